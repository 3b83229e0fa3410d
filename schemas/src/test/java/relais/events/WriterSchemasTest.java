package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private final MapRegistry registry =
            MapRegistry.holding(Map.of(Topics.PARTNERS, EventSchemas.partners()));
    private final AtomicLong now = new AtomicLong();
    private final WriterSchemas schemas = new WriterSchemas(registry, now::get);

    @Test
    void anUnknownIdIsAskedForOnceInAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(UndecodableEvent.class)
                    .isThrownBy(() -> schemas.reader(99))
                    .withMessage("The schema registry knows no schema with id 99");
        }
        assertThat(registry.questions()).isEqualTo(1);
    }

    @Test
    void manyUnknownIdsTakeBoundedMemory() {
        for (int id = 100; id < 100 + 2 * WriterSchemas.UNKNOWN_AT_MOST; id++) {
            int unknown = id;
            assertThatExceptionOfType(UndecodableEvent.class)
                    .isThrownBy(() -> schemas.reader(unknown));
        }
        int before = registry.questions();

        assertThatExceptionOfType(UndecodableEvent.class).isThrownBy(() -> schemas.reader(100));

        assertThat(registry.questions() - before).as("the oldest was forgotten").isEqualTo(1);
    }

    @Test
    void anIdThatIsRegisteredLaterIsReadAfterAWhile() {
        int next = EventSchemas.partners().size() + 1;
        assertThatExceptionOfType(UndecodableEvent.class).isThrownBy(() -> schemas.reader(next));
        assertThat(registry.add("late", EventSchemas.experiences().getFirst())).isEqualTo(next);

        now.addAndGet(WriterSchemas.UNKNOWN_FOR.toNanos());

        assertThat(schemas.reader(next).type())
                .isEqualTo("relais.events.experiences.ExperienceSubmitted");
    }

    @Test
    void aSilentRegistryIsAskedAgain() {
        registry.down(true);
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> schemas.reader(1));

        registry.down(false);

        assertThat(schemas.reader(1).type()).isEqualTo("relais.events.partners.PartnerRegistered");
    }
}
