package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void readsBackItsOwnTags() {
        for (long version : new long[] {0, 1, 42, 999_999_999_999_999_999L}) {
            assertThat(Versions.requireIfMatch(Versions.etag(version))).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForAMissingVersion(@Nullable String header) {
        assertThatThrownBy(() -> Versions.requireIfMatch(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(428));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"07\"",
                "W/\"7\"",
                "*",
                "\"\"",
                "\"7\",\"8\"",
                "\"9999999999999999999\"",
                "\"٣\""
            })
    void refusesWhatIsNoTagOfOurs(String header) {
        assertThatThrownBy(() -> Versions.requireIfMatch(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(400));
    }

    @Test
    void tellsWhichVersionIsCurrent() {
        assertThatCode(() -> Versions.requireCurrent(3, 3)).doesNotThrowAnyException();
        Problem stale = Versions.stale(3, 4);
        assertThat(stale.headers()).containsEntry("ETag", "\"4\"");
        assertThat(stale.members()).containsEntry("currentVersion", 4L);
    }
}
