package relais.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.teststack.Answer;

/** What every service does alike, here. */
class ConventionsIT extends RunningNotices {

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, no-such-path",
        "/follows/f-1/nothing, 404, no-such-path",
        "/unsubscriptions, 405, method-not-allowed",
        "/follows, 401, authentication-required",
        "/notices, 401, authentication-required",
        "/notices/count, 401, authentication-required",
        "/me, 401, authentication-required",
        "/mailbox, 401, authentication-required",
    })
    void nobodyReadsWhatIsSomebodys(String path, int status, String problem) {
        for (String language : new String[] {"fr", "en"}) {
            Answer answer = api.get(path, null, "Accept-Language", language);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.problem()).isEqualTo(problem);
            assertThat(answer.header("Content-Language")).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "cursor=x", "since=2026", "q=what"})
    void whatIsAskedWrongIsRefusedByItsName(String query) {
        Answer answer = api.get("/notices?" + query, account(null));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations().getFirst())
                .startsWith(query.substring(0, query.indexOf('=')) + ":");
    }
}
