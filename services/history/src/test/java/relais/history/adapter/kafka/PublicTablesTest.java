package relais.history.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.history.ListedSchemas;
import relais.history.dataset.Table;
import relais.history.dataset.TooManyRows;
import relais.log.LogPartition;
import relais.territories.Territories;
import relais.teststack.MemoryLog;

class PublicTablesTest {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 0);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final List<Schema> SCHEMAS =
            List.of(ExperienceSubmitted.getClassSchema(), ExperiencePublished.getClassSchema());

    private final EventDeserializer deserializer =
            new EventDeserializer(new ListedSchemas(SCHEMAS));
    private final MemoryLog log = new MemoryLog();

    /** Avro trusts the classes of events from then on. */
    @BeforeAll
    static void eventsAreKnown() {
        assertThat(EventSchemas.byTopic()).isNotEmpty();
    }

    @Test
    void aRowHasWhatItsExperienceSaysAndNoneOfItsLongTexts() throws InterruptedException {
        publish("x-1");
        publish("x-2");

        List<List<@Nullable Object>> rows = rows(2);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .startsWith("x-1", "Des tablettes", "En deux phrases")
                .contains("COLLEGE", "USES|SUPPORT", "tablette|école", "/cards/x-1")
                .doesNotContain("Un long texte");
    }

    @Test
    void moreExperiencesThanThereIsRoomForAreRefused() {
        publish("x-1");
        publish("x-2");

        assertThatExceptionOfType(TooManyRows.class)
                .isThrownBy(() -> rows(1))
                .withMessageContaining("more than 1 experiences")
                .withMessageContaining("-Xmx");
    }

    @Test
    void aSmallHeapHasRoomForSomeToo() {
        assertThat(PublicTables.roomIn(64L << 20)).isEqualTo(27_962);
        assertThat(PublicTables.roomIn(192L << 20)).isEqualTo(83_886);
    }

    private List<List<@Nullable Object>> rows(long most) throws InterruptedException {
        var tables = new PublicTables(log, deserializer, Territories.load(), "", most);
        return Objects.requireNonNull(
                tables.at(log.extent().end(), DAY, Set.of()).get(Table.EXPERIENCES));
    }

    private void publish(String id) {
        append(
                id,
                1,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId("p-1")
                        .setContent(
                                ExperienceContent.newBuilder()
                                        .setTitle("Des tablettes")
                                        .setPreview("En deux phrases")
                                        .setTerritory("commune:25056")
                                        .setLevel(Level.COLLEGE)
                                        .setAxes(List.of(Axis.USES, Axis.SUPPORT))
                                        .setTags(List.of("tablette", "école"))
                                        .setProblem("Un long texte")
                                        .setAction("Un long texte")
                                        .setPartnersInvolved(List.of())
                                        .setLinks(List.of())
                                        .build())
                        .build());
        append(id, 2, ExperiencePublished.newBuilder().setExperienceId(id).build());
    }

    private void append(String id, long version, SpecificRecord event) {
        var metadata =
                new EventMetadata(
                        id,
                        version,
                        event.getSchema().getFullName(),
                        "/services/experiences",
                        Instant.parse("2026-01-05T08:00:00Z"),
                        "commune:25056",
                        "p-1",
                        "m-1",
                        "r-1",
                        null,
                        false);
        log.append(LANE, "commune:25056", new HashMap<>(metadata.toHeaders()), value(event));
    }

    private static byte[] value(SpecificRecord event) {
        var value = new ByteArrayOutputStream();
        value.writeBytes(new byte[] {0, 0, 0, 0, (byte) SCHEMAS.indexOf(event.getSchema())});
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(value, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return value.toByteArray();
    }
}
