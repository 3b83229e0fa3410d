package relais.contributions.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.contributions.ExperienceEvents;
import relais.events.EventSchemas;

class ExperienceReplicaHandlerTest {

    private static final Instant AT = Instant.parse("2018-03-01T09:00:00Z");
    private static final List<SpecificRecord> READ =
            List.of(
                    ExperienceEvents.published("x-1"),
                    ExperienceEvents.revised("x-1", "mesuré"),
                    ExperienceEvents.withdrawn("x-1", "obsolète"),
                    ExperienceEvents.moderated("x-1", "plainte"));

    @Test
    void readsWhatACitationReliesOn() {
        assertThat(READ)
                .extracting(event -> ExperienceReplicaHandler.read(event, AT))
                .containsExactly(
                        new ExperienceFact.Published(),
                        new ExperienceFact.Changed(EvidenceChange.REVISED, AT, "mesuré"),
                        new ExperienceFact.Changed(EvidenceChange.WITHDRAWN, AT, "obsolète"),
                        new ExperienceFact.Changed(EvidenceChange.MODERATED, AT, "plainte"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesEveryOtherEventOfExperiences(Schema type) throws ReflectiveOperationException {
        SpecificRecord event =
                Class.forName(type.getFullName())
                        .asSubclass(SpecificRecord.class)
                        .getDeclaredConstructor()
                        .newInstance();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperienceReplicaHandler.read(event, AT))
                .withMessageContaining(type.getFullName());
    }

    static List<Schema> others() {
        List<String> read = READ.stream().map(event -> event.getSchema().getFullName()).toList();
        return EventSchemas.experiences().stream()
                .filter(schema -> !read.contains(schema.getFullName()))
                .toList();
    }
}
