package relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.teststack.Answer;

/** Wherever a date is taken, it is taken in the same ways. */
class DatesIT extends RunningHistory {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?limit=1&from=",
                "/events?limit=1&to=",
                "/events?limit=1&loggedFrom=",
                "/events?limit=1&loggedTo=",
                "/proofs?asOf=",
                "/compare?from=",
                "/compare?from=2015-09-30&to=",
                "/compare/entries?change=new&from=",
                "/compare/entries?change=new&from=2015-09-30&to=",
                "/series?metric=active&from=",
                "/series?metric=active&from=2015-09-30&to=",
            })
    void aDateIsADayAnInstantOrNow(String question) {
        for (String date : new String[] {"2020-02-29", "2020-02-29T12:00:00Z", "now"}) {
            Answer answer = api.get(question + date, ANALYST);

            assertThat(answer.status()).as(date + " " + answer.response().body()).isEqualTo(200);
        }
        String parameter = question.replaceAll(".*[?&](\\w+)=", "$1");
        for (String none : new String[] {"2021-02-29", "tomorrow", "NOW"}) {
            assertThat(api.get(question + none, ANALYST).violations())
                    .as(none)
                    .contains(parameter + ":day-or-instant");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/proofs?asOf=, asOf",
        "/compare?from=, from",
        "/compare?from=2015-09-30&to=, to",
        "/series?metric=active&from=, from",
        "/series?metric=active&from=2015-09-30&to=, to",
    })
    void theLogIsNotAskedForTheFuture(String question, String parameter) {
        Answer answer = api.get(question + "9999-12-31", ANALYST, "Accept-Language", "fr");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly(parameter + ":log-time-to-come");
        assertThat(answer.body().at("/violations/0/message").asString()).contains("à venir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "loggedTo"})
    void aPeriodMayEndInTheFuture(String parameter) {
        assertThat(api.get("/events?limit=1&" + parameter + "=9999-12-31", ANALYST).status())
                .isEqualTo(200);
    }

    @Test
    void aReplayTakesTheSameDates() {
        String dates =
                """
                {"target": "FILE", "format": "xml", "from": "now", "loggedFrom": "2020-02-29",
                 "to": "9999-12-31", "loggedTo": "2999-12-31T00:00:00Z"}\
                """;

        assertThat(api.post("/replays", ANALYST, dates).violations())
                .as("nothing but the format")
                .containsExactly("format:one-of");
    }
}
