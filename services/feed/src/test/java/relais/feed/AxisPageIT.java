package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import relais.events.contributions.Axis;
import tools.jackson.databind.JsonNode;

/** The page of an axis, and the report that prepares a working day. */
class AxisPageIT extends RunningFeed {

    private static final String TOWN = "commune:25056";

    /** A time of its own, which no other test's entries are of. */
    private static final Instant AT = Instant.parse("2011-03-10T10:00:00Z");

    private static Instant day(int days) {
        return AT.plusSeconds(86_400L * days);
    }

    private static boolean has(JsonNode section, String id) {
        return section.get("items").toString().contains("\"" + id + "\"");
    }

    @Test
    void anAxisPageIsOneCallNowAndThen() {
        String objective = fresh("o-");
        String late = fresh("ac-");
        String ahead = fresh("ac-");
        String contribution = fresh("c-");
        log.send(
                CommitteeLog.set(objective, "Structurer la filière", Axis.INDUSTRY, day(0)),
                CommitteeLog.measured(objective, 2, "40.0000", day(1)),
                CommitteeLog.measured(objective, 3, "60.0000", day(9)),
                CommitteeLog.planned(
                        late,
                        "En retard",
                        "2011-03-20",
                        objective,
                        contribution,
                        Axis.INDUSTRY,
                        day(2)),
                CommitteeLog.planned(
                        ahead,
                        "En avance",
                        "2999-01-01",
                        objective,
                        contribution,
                        Axis.INDUSTRY,
                        day(2)),
                CommitteeLog.progressed(ahead, 2, 10, day(3)),
                CommitteeLog.opened(contribution, "Filière", Axis.INDUSTRY, day(1)),
                CommitteeLog.drafted(contribution, 2, "Filière", "Un texte", Axis.INDUSTRY, day(2)),
                CommitteeLog.consulted(contribution, 3, day(3)),
                CommitteeLog.adopted(contribution, 4, day(8)));
        awaitVersion(contribution, 4);
        awaitVersion(ahead, 2);
        awaitVersion(late, 1);
        awaitVersion(objective, 3);

        JsonNode now = json("/axes/INDUSTRY?limit=100");
        assertThat(has(now.get("objectives"), objective)).isTrue();
        assertThat(has(now.get("actionsUnderWay"), ahead)).isTrue();
        assertThat(has(now.get("actionsUnderWay"), late)).isFalse();
        assertThat(has(now.get("actionsLate"), late)).isTrue();
        assertThat(has(now.get("actionsLate"), ahead)).isFalse();
        assertThat(has(now.get("contributions"), contribution)).isTrue();
        assertThat(now.get("objectives").toString()).contains("\"percent\":50");
        JsonNode course =
                now.get("courses")
                        .valueStream()
                        .filter(each -> each.get("objective").asString().equals(objective))
                        .findFirst()
                        .orElseThrow();
        assertThat(course.get("measures").valueStream().map(each -> each.get("value").asInt()))
                .containsExactly(40, 60);
        assertThat(now.get("sources").toString()).contains(contribution);

        JsonNode then = json("/axes/INDUSTRY?limit=100&asOf=2011-03-14");
        assertThat(then.at("/objectives/total").asLong()).isEqualTo(1);
        assertThat(then.get("objectives").toString()).contains("\"percent\":25");
        assertThat(then.at("/actionsLate/total").asLong()).isZero();
        assertThat(then.at("/contributions/total").asLong()).isZero();

        JsonNode first = json("/axes/INDUSTRY?limit=1");
        assertThat(first.at("/objectives/items")).hasSize(1);
        assertThat(first.at("/objectives/total").asLong())
                .isEqualTo(now.at("/objectives/total").asLong());
        assertThat(get("/axes/NOWHERE").statusCode()).isEqualTo(404);
    }

    @Test
    void aReportTellsWhatHappenedSinceTheLastWorkingDay() {
        String first = fresh("wd-");
        String second = fresh("wd-");
        String before = fresh("x-");
        String published = fresh("x-");
        String contribution = fresh("c-");
        log.send(
                CommitteeLog.scheduled(first, "La première", "2011-06-01", day(0)),
                CommitteeLog.scheduled(second, "La seconde", "2011-09-01", day(0)),
                EventLog.submitted(before, "p-x", "Avant", TOWN, "report", day(1)),
                EventLog.published(before, 2, TOWN, day(2)),
                EventLog.submitted(published, "p-x", "Entre les deux", TOWN, "report", day(100)),
                EventLog.published(published, 2, TOWN, day(101)),
                CommitteeLog.opened(contribution, "Avis", Axis.USES, day(102)),
                CommitteeLog.cited(contribution, 2, published, 2, day(103)),
                CommitteeLog.consulted(contribution, 3, day(104)),
                CommitteeLog.position(contribution, 4, "p-mene", day(105)),
                CommitteeLog.position(contribution, 5, "p-region-44", day(106)),
                CommitteeLog.adopted(contribution, 6, day(107)));
        awaitVersion(second, 1);
        awaitVersion(first, 1);
        awaitVersion(before, 2);
        awaitVersion(published, 2);
        awaitVersion(contribution, 6);

        String path = "/working-days/" + second + "/report";
        JsonNode report = json(path);
        assertThat(report.at("/since/id").asString()).isEqualTo(first);
        assertThat(report.get("from").asString()).isEqualTo("2011-05-31T22:00:00Z");
        assertThat(report.get("to").asString()).isEqualTo("2011-08-31T22:00:00Z");
        assertThat(report.at("/figures/0/figure").asString()).isEqualTo("PUBLISHED");
        assertThat(report.at("/figures/0/total").asLong()).isEqualTo(1);
        assertThat(report.at("/figures/0/items/0/id").asString()).isEqualTo(published + ":2");
        assertThat(report.at("/figures/0/axes/0/value").asString()).isEqualTo("USES");
        // The région of 2011, not the one that it became.
        assertThat(report.at("/figures/0/regions").toString())
                .contains("Franche-Comté")
                .doesNotContain("Bourgogne-Franche-Comté");
        assertThat(report.at("/figures/2/total").asLong()).isEqualTo(1);
        assertThat(report.at("/figures/4/total").asLong()).isEqualTo(2);
        // What was cited while the text was the committee's is the committee's.
        assertThat(report.at("/figures/3/total").asLong()).isZero();
        assertThat(ok(as(committee(), path)).at("/figures/3/total").asLong()).isEqualTo(1);

        for (String list :
                new String[] {
                    report.at("/figures/4/list").asString(),
                    report.at("/figures/4/axes/0/list").asString()
                }) {
            assertThat(ids(json(list))).as(list).hasSize(2);
        }
        assertThat(ids(json(report.at("/figures/0/regions/0/list").asString())))
                .containsExactly(published + ":2");
        assertThat(json(path + "?until=2011-06-05").at("/figures/0/total").asLong()).isZero();
        assertThat(json(path + "?until=now").at("/figures/0/total").asLong())
                .isGreaterThanOrEqualTo(1);
        assertThat(get(path + "?until=2011-05-01").body()).contains("\"field\":\"until\"");
        assertThat(get("/working-days/" + published + "/report").statusCode()).isEqualTo(404);
    }

    @Test
    void aReportIsAlsoMarkdownInTheReadersLanguage() {
        String day = fresh("wd-");
        log.send(CommitteeLog.scheduled(day, "Journée *à part*", "2011-04-01", day(0)));
        awaitVersion(day, 1);
        String path = "/working-days/" + day + "/report";

        HttpResponse<String> french = get(path, "Accept", "text/markdown");
        assertThat(french.headers().firstValue("Content-Type"))
                .contains("text/markdown;charset=UTF-8");
        assertThat(french.body())
                .startsWith("# Depuis la dernière journée de travail : Journée \\*à part\\*");
        assertThat(get(path + "?format=markdown", "Accept-Language", "en").body())
                .contains("## Positions taken:");
        assertThat(get(path, "Accept", "application/json, text/markdown").body()).startsWith("{");
        assertThat(get(path, "Accept", "text/csv").statusCode()).isEqualTo(406);
    }
}
