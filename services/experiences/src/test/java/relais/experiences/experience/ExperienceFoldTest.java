package relais.experiences.experience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.Actor;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.log.Envelope;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;
import relais.outbox.OutboxRecord;
import relais.teststack.ReleasedEvent;

/** What the log says of an experience is all that decisions rest on. */
class ExperienceFoldTest {

    private static final int LIVES = 200;
    private static final PublishedLanguage<Experience, ExperienceEvent> LANGUAGE =
            ExperienceAvro.language();

    private final SchemaRegistry registry = ReleasedEvent.known(EventSchemas.experiences());
    private final AggregateFold<Experience, ExperienceEvent> fold =
            new AggregateFold<>(LANGUAGE, new ExperienceRules(), new EventDeserializer(registry));
    private final EventRecords<Experience, ExperienceEvent> records;

    ExperienceFoldTest() {
        var serializer =
                new EventSerializer(registry, Topics.EXPERIENCES, EventSchemas.experiences());
        serializer.resolve();
        records = new EventRecords<>(Topics.EXPERIENCES, LANGUAGE, serializer);
    }

    @Test
    void theRecordsAloneLeadToTheSameExperience() {
        Random random = new Random(1);
        Set<Class<?>> told = new HashSet<>();
        for (int life = 0; life < LIVES; life++) {
            List<Lives.Told> history = Lives.one(random);
            history.forEach(each -> told.add(each.event().getClass()));
            Set<String> rows = new HashSet<>();
            KeptState<Experience> folded = null;
            for (int i = 0; i < history.size(); i++) {
                String row = random.nextInt(4) == 0 ? "row-" + random.nextInt(50) : null;
                if (row != null) {
                    rows.add(row);
                }
                folded = folded(folded, record(history.get(i), i + 1, row));
                assertThat(folded.state()).isEqualTo(history.get(i).after());
            }
            assertThat(folded == null ? Set.of() : folded.importedRows()).isEqualTo(rows);
        }
        assertThat(told).containsExactlyInAnyOrder(ExperienceEvent.class.getPermittedSubclasses());
    }

    @Test
    void nothingComesBeforeTheSubmission() {
        List<Lives.Told> history = new ArrayList<>();
        Random random = new Random(1);
        while (history.size() < 2) {
            history = Lives.one(random);
        }
        OutboxRecord second = record(history.get(1), 2, null);

        assertThatNullPointerException()
                .isThrownBy(() -> folded(null, second))
                .withMessageContaining("before the submission");
    }

    static List<ReleasedEvent> releasedEvents() {
        return ReleasedEvent.of(Topics.EXPERIENCES);
    }

    /** Every version that was ever released: the log holds such for ever. */
    @ParameterizedTest
    @MethodSource("releasedEvents")
    void everyReleasedVersionCanBeReadBack(ReleasedEvent released) {
        ExperienceEvent event =
                LANGUAGE.fromAvro(released.event(), new Filed("departement:45", null));

        var id = new ExperienceId(released.event().get(0).toString());
        assertThat(LANGUAGE.toAvro(id.value(), event)).isEqualTo(released.event());
    }

    @Test
    void everyPublishedTypeHasAReleasedVersion() {
        assertThat(releasedEvents())
                .extracting(released -> released.event().getSchema().getFullName())
                .containsAll(EventSchemas.experiences().stream().map(Schema::getFullName).toList());
    }

    @Test
    void aCodeOfALaterReleaseIsNotGuessedAt() {
        ExperienceSubmitted submitted =
                releasedEvents().stream()
                        .map(ReleasedEvent::event)
                        .filter(ExperienceSubmitted.class::isInstance)
                        .map(ExperienceSubmitted.class::cast)
                        .findFirst()
                        .orElseThrow();
        submitted.getContent().setLevel(Level.UNKNOWN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LANGUAGE.fromAvro(submitted, new Filed("pays:FR", null)))
                .withMessageContaining("Level");
    }

    private OutboxRecord record(Lives.Told told, long version, @Nullable String row) {
        return records.apply(
                        new Change<>(
                                told.after().id().value(),
                                version - 1,
                                List.of(told.event()),
                                told.after(),
                                new Actor("m-1", null, Set.of()),
                                told.at(),
                                false,
                                null,
                                row,
                                Set.of()))
                .getFirst();
    }

    private KeptState<Experience> folded(
            @Nullable KeptState<Experience> before, OutboxRecord record) {
        return fold.next(
                before,
                new LoggedEvent(
                        new RecordPosition(Instant.EPOCH, new LogPartition(record.topic(), 0), 0),
                        record.key(),
                        record.headers(),
                        record.value()),
                requireNonNull(Envelope.of(record.headers())));
    }
}
