package relais.aggregates.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.web.Cursors;
import relais.web.ProblemException;

class InstantCursorsTest {

    private record Place(Instant at, String id) {}

    @Test
    void isReadAsItWasWritten() {
        Instant at = Instant.parse("2026-03-02T10:00:00.123Z");
        assertThat(InstantCursors.decode(InstantCursors.encode(at, "c-1"), Place::new))
                .isEqualTo(new Place(at, "c-1"));
        assertThat(InstantCursors.decode(null, Place::new)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "+1000000000-12-31T23:59:59Z",
                "-300000000-01-01T00:00:00Z"
            })
    void whatIsNoInstantOfAnyStoreIsRefused(String instant) {
        String cursor = Cursors.encode(instant, "c-1");
        assertThatThrownBy(() -> InstantCursors.decode(cursor, Place::new))
                .isInstanceOf(ProblemException.class);
    }
}
