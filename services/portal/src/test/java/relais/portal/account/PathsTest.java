package relais.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?axis=USES&q=a%20b",
                "/cards/x-1?asOf=2015-12-31",
                "/cards/x-1#adoptions"
            })
    void aPathOfThePortalStays(String path) {
        assertThat(Paths.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/a\tb",
                "/\n/evil.example",
                "cards",
                "javascript:alert(1)",
                "/%zz"
            })
    void anythingElseIsTheHomePage(@Nullable String path) {
        assertThat(Paths.local(path)).isEqualTo("/");
    }
}
