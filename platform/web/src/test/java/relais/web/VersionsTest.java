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

    @Test
    void readsTheVersionOfWhatAReaderWasShown() {
        assertThat(Versions.requireIfMatch("\"7-kDf9_Q\"")).isEqualTo(7);
        assertThat(Versions.requireIfMatch("\"7\", \"7-kDf9_Q\"")).isEqualTo(7);
        assertThat(Versions.requireIfMatch("W/\"6\", \"7\"")).isEqualTo(7);
        assertThat(Versions.requireIfMatch("\"7\",\"5\", W/\"9\"")).as("the latest").isEqualTo(7);
    }

    @Test
    void anAsteriskIsAnyVersion() {
        assertThat(Versions.requireIfMatch(" * ")).isNull();
        assertThatCode(() -> Versions.requireCurrent(null, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"7\"",
                "\"07\"",
                "\"\"",
                "\"9999999999999999999\"",
                "\"٣\"",
                "\"seven\", W/\"7\""
            })
    void weakValidatorsAndThoseOfOthersMatchNothing(String header) {
        refused(header, 412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "W/7", "\"7\" \"8\""})
    void refusesWhatIsNoETag(String header) {
        refused(header, 400);
    }

    private static void refused(String header, int status) {
        assertThatThrownBy(() -> Versions.requireIfMatch(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(status));
    }

    @Test
    void tellsWhichVersionIsCurrent() {
        assertThatCode(() -> Versions.requireCurrent(3L, 3)).doesNotThrowAnyException();
        Problem stale = Versions.stale(3, 4);
        assertThat(stale.headers()).containsEntry("ETag", "\"4\"");
        assertThat(stale.members()).containsEntry("currentVersion", 4L);
    }
}
