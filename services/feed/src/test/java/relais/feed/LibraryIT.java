package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Means;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import tools.jackson.databind.JsonNode;

/** Experiences by adoptions and cost, what they are counted by, and what resembles one. */
class LibraryIT extends RunningFeed {

    private static final Instant AT = Instant.parse("2019-03-01T10:00:00Z");

    private String experience(
            String tag, String territory, String euros, String audience, int adoptions) {
        String id = fresh("x-");
        ExperienceContent content =
                ExperienceContent.newBuilder(EventLog.content("Fiche " + id, territory, tag))
                        .setAudience(audience)
                        .setMeans(
                                euros.isEmpty()
                                        ? null
                                        : Means.newBuilder()
                                                .setEuros(new BigDecimal(euros).setScale(2))
                                                .build())
                        .setResults(new Results(ResultKind.MEASURED, "Deux classes sur trois"))
                        .build();
        var facts = new ArrayList<EventLog.Fact>();
        facts.add(
                EventLog.experience(
                        id,
                        1,
                        territory,
                        AT,
                        ExperienceSubmitted.newBuilder()
                                .setExperienceId(id)
                                .setPartnerId("p-x")
                                .setContent(content)
                                .build()));
        facts.add(EventLog.published(id, 2, territory, AT.plusSeconds(1)));
        for (int i = 0; i < adoptions; i++) {
            facts.add(
                    EventLog.experience(
                            id,
                            3 + i,
                            territory,
                            AT.plusSeconds(2 + i),
                            ExperienceAdopted.newBuilder()
                                    .setExperienceId(id)
                                    .setAdoptionId("a-" + i)
                                    .setPartnerId("p-" + i)
                                    .setTerritory("departement:45")
                                    .setAdoptedOn(LocalDate.parse("2019-04-01"))
                                    .build()));
        }
        log.send(facts.toArray(EventLog.Fact[]::new));
        awaitVersion(id, 2 + adoptions);
        return id;
    }

    private List<String> pages(String question) {
        var ids = new ArrayList<String>();
        String cursor = "";
        for (int page = 0; page < 10; page++) {
            JsonNode found = json(question + "&limit=1" + cursor);
            ids.addAll(ids(found));
            if (!found.hasNonNull("nextCursor")) {
                return ids;
            }
            cursor = "&cursor=" + q(found.get("nextCursor").asString());
        }
        throw new IllegalStateException("a list without an end: " + ids);
    }

    @Test
    void readsOnByAdoptionsAndByCost() {
        String tag = fresh("ordre-");
        String none = experience(tag, "commune:25056", "", "Élèves", 0);
        String dear = experience(tag, "commune:25056", "250000", "Élèves", 1);
        String cheap = experience(tag, "commune:25056", "0", "Parents", 3);

        assertThat(pages("/cards?order=adoptions&tag=" + tag)).containsExactly(cheap, dear, none);
        assertThat(pages("/cards?order=cost&tag=" + tag)).containsExactly(cheap, dear, none);
        assertThat(pages("/cards?order=adoptions&asOf=2019-03-01T10:00:01Z&tag=" + tag))
                .containsExactlyInAnyOrder(cheap, dear, none);
        assertThat(ids(json("/cards?cost=NOTHING&tag=" + tag))).containsExactly(cheap);
        assertThat(ids(json("/cards?audience=FAMILIES&tag=" + tag))).containsExactly(cheap);
        assertThat(ids(json("/cards?results=EXPECTED&tag=" + tag))).isEmpty();
        JsonNode first = json("/cards?order=cost&tag=" + tag).at("/items/0/glance");
        assertThat(first.get("euros").asInt()).isZero();
        assertThat(first.get("results").asString()).isEqualTo("MEASURED");
    }

    @Test
    void countsByWhatAuthorsWroteWhereItMayBeRead() {
        String tag = fresh("compte-");
        experience(tag, "commune:25056", "500", "Élèves", 0);
        String gone = experience(tag, "commune:25056", "900", "Parents d’élèves", 0);
        String counted =
                "/facets?by=TAG&by=COST&by=RESULTS&by=AUDIENCE&status=ALL&q=" + q("Fiche " + gone);
        assertThat(json(counted).get("tag").toString()).contains(tag);

        JsonNode both = json(counted.replaceAll("&q=.*", "&tag=" + tag));
        assertThat(both.get("cost").toString())
                .isEqualTo("[{\"value\":\"UP_TO_1000\",\"count\":2}]");
        assertThat(both.get("results").toString())
                .isEqualTo("[{\"value\":\"MEASURED\",\"count\":2}]");
        assertThat(both.get("audience").toString()).contains("\"PUPILS\",\"count\":2");
        assertThat(json("/facets?tag=" + tag).has("tag")).isFalse();

        log.send(EventLog.withdrawn(gone, 3, "commune:25056", AT.plusSeconds(60)));
        awaitVersion(gone, 3);
        String past = "/facets?by=COST&asOf=2019-03-01T10:00:30Z&territory=commune:25056";
        long told = json(past).at("/cost").valueStream().mapToLong(LibraryIT::count).sum();
        long committees =
                ok(as(committee(), past))
                        .at("/cost")
                        .valueStream()
                        .mapToLong(LibraryIT::count)
                        .sum();
        assertThat(told).isLessThan(committees);
    }

    private static long count(JsonNode each) {
        return each.get("count").asLong();
    }

    @Test
    void saysInWhatAnExperienceResembles() {
        String tag = fresh("semblable-");
        String one = experience(tag, "commune:25056", "500", "Élèves", 0);
        String other = experience(tag, "commune:25388", "700", "Élèves", 0);

        JsonNode similar = json("/cards/" + one + "/similar");
        JsonNode best = similar.at("/items/0");
        assertThat(best.at("/card/id").asString()).isEqualTo(other);
        assertThat(best.get("tags").toString()).contains(tag);
        assertThat(best.get("axes").toString()).contains("USES");
        assertThat(best.get("sameLevel").asBoolean()).isTrue();
        assertThat(best.get("sameDepartement").asBoolean()).isTrue();
        assertThat(best.get("similarSize").asBoolean()).isFalse();
        assertThat(get("/cards/x-none/similar").statusCode()).isEqualTo(404);
        assertThat(get("/cards/" + one + "/similar?limit=99").statusCode()).isEqualTo(400);
    }
}
