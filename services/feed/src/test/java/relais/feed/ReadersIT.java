package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.experiences.ExperienceEndorsed;
import relais.feed.adapter.mongo.MongoFeed;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Filters;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import relais.teststack.ApiDescription;
import relais.teststack.PublishedDescription;
import tools.jackson.databind.JsonNode;

class ReadersIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2021-05-01T10:00:00Z");

    @Autowired MongoClient mongo;
    @Autowired Territories territories;

    @Test
    void aReaderOfThePresentNeverSeesACardTwiceNorMissesIt() throws Exception {
        String id = fresh("x-");
        String tag = fresh("loop-");
        log.send(
                EventLog.submitted(id, "p-x", "v1", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));
        awaitVersion(id, 2);

        var stop = new AtomicBoolean();
        var page = loop(stop, () -> one(cards.page(Filters.ofTag(tag), Reader.PUBLIC, null, 10)));
        var find = loop(stop, () -> one(cards.find(id, null).stream().toList()));
        var count =
                loop(
                        stop,
                        () -> {
                            Map<String, Long> kinds =
                                    cards.count(Filters.ofTag(tag), Reader.PUBLIC, Set.of())
                                            .getOrDefault(Facet.KIND, Map.of());
                            assertThat(kinds).isEqualTo(Map.of("EXPERIENCE", 1L));
                            return 0;
                        });
        for (int version = 3; version <= 80; version++) {
            log.send(
                    EventLog.revised(
                            id, version, "v" + version, TOWN, tag, AT.plusSeconds(version)));
        }
        awaitVersion(id, 80);
        stop.set(true);

        assertThat(page.get()).isGreaterThan(50);
        assertThat(find.get()).isGreaterThan(50);
        assertThat(count.get()).isGreaterThan(10);
    }

    private static long one(List<StoredCard> found) {
        assertThat(found).hasSize(1);
        return found.getFirst().card().version();
    }

    /** Reads until told to stop; versions never go back. Answers how many reads there were. */
    private static CompletableFuture<Integer> loop(AtomicBoolean stop, LongSupplier read) {
        return CompletableFuture.supplyAsync(
                () -> {
                    int reads = 0;
                    long last = 0;
                    while (!stop.get()) {
                        long version = read.getAsLong();
                        assertThat(version).isGreaterThanOrEqualTo(last);
                        last = version;
                        reads++;
                    }
                    return reads;
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    @Test
    void anAuthorReadsTheirOwnWrite() {
        String id = fresh("x-");
        var waiting = CompletableFuture.supplyAsync(() -> get("/cards/" + id + "?atLeast=2"));
        log.send(
                EventLog.submitted(id, "p-x", "Mien", TOWN, "mien", AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));
        HttpResponse<String> answer = waiting.join();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":2");
    }

    @Test
    void theDescriptionBreaksNoRule() {
        assertThat(new ApiDescription(json("/openapi")).faults()).isEmpty();
    }

    @Test
    void thePublishedDescriptionIsTheServicesOwn() {
        PublishedDescription.of("feed").assertSaysWhat(json("/openapi"));
    }

    @Test
    void aListIsAnsweredAnewOnlyWhenTheLogWentOn() {
        String path = "/cards?tag=" + fresh("known-");
        HttpResponse<String> first = get(path);
        String validator = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", validator).statusCode()).isEqualTo(304);

        publish(fresh("x-"), fresh("other-"), AT);

        HttpResponse<String> later = get(path, "If-None-Match", validator);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(validator);
    }

    @Test
    void aCardIsAnsweredAnewOnlyWhenItSaysSomethingElse() {
        String id = fresh("x-");
        publish(id, fresh("one-"), AT);
        String validator = get("/cards/" + id).headers().firstValue("ETag").orElseThrow();

        publish(fresh("x-"), fresh("other-"), AT);

        assertThat(get("/cards/" + id, "If-None-Match", validator).statusCode()).isEqualTo(304);
        assertThat(get("/cards/" + id, "If-None-Match", "\"2\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aVersionThatDoesNotComeInTimeIsToBeAskedForAgain() {
        HttpResponse<String> answer = get("/cards/" + fresh("x-") + "?atLeast=2");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("not-yet-visible");
    }

    @Test
    void theOrderIsStableWhileEntriesArriveBetweenPages() {
        String tag = fresh("pages-");
        var expected = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            String id = fresh("x-");
            // Three share each instant: what breaks the tie must not depend on who else is there.
            publish(id, tag, AT.plusSeconds(60L * (i / 3)));
            expected.add(id);
        }
        var seen = new ArrayList<String>();
        var entries = new ArrayList<String>();
        String cards = "/cards?limit=2&tag=" + tag;
        String feed = "/feed?limit=2&tag=" + tag;
        String nextCards = cards;
        String nextFeed = feed;
        while (!nextCards.isEmpty() || !nextFeed.isEmpty()) {
            if (!nextCards.isEmpty()) {
                var page = json(nextCards);
                seen.addAll(ids(page));
                nextCards = next(cards, page);
            }
            if (!nextFeed.isEmpty()) {
                var page = json(nextFeed);
                entries.addAll(ids(page));
                nextFeed = next(feed, page);
            }
            publish(fresh("x-"), tag, AT.plusSeconds(86_400));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(entries)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(id -> id + ":2").toList());
        assertThat(seen.subList(6, 9)).containsExactlyInAnyOrderElementsOf(expected.subList(0, 3));
    }

    private static String next(String path, JsonNode page) {
        return page.has("nextCursor") ? path + "&cursor=" + page.get("nextCursor").asString() : "";
    }

    private void publish(String id, String tag, Instant at) {
        log.send(
                EventLog.submitted(id, "p-x", "Page", TOWN, tag, at.minusSeconds(30)),
                EventLog.published(id, 2, TOWN, at));
        awaitVersion(id, 2);
    }

    @Test
    void countsByEveryFacetUnderTheSameFilters() {
        String tag = fresh("facet-");
        publish(fresh("x-"), tag, Instant.parse("2021-05-31T22:30:00Z"));
        String withdrawn = fresh("x-");
        publish(withdrawn, tag, AT);
        log.send(EventLog.withdrawn(withdrawn, 3, TOWN, AT.plusSeconds(86_400)));
        awaitVersion(withdrawn, 3);

        String all = committee();
        var facets = ok(as(all, "/facets?kind=ALL&status=ALL&tag=" + tag));
        assertThat(facets.get("total").asInt()).isEqualTo(2);
        assertThat(facets.get("axis").toString()).contains("\"USES\",\"count\":2");
        assertThat(facets.get("level").toString()).contains("\"ECOLE\",\"count\":2");
        assertThat(facets.get("status").toString())
                .contains("\"PUBLISHED\",\"count\":1", "\"WITHDRAWN\",\"count\":1");
        assertThat(facets.get("departement").toString()).contains("departement:25", "Doubs");
        assertThat(facets.get("region").toString()).contains("region:27");
        assertThat(facets.get("academie").toString()).contains("academie:");
        assertThat(facets.get("month").toString()).contains("2021-05", "2021-06");
        assertThat(json("/facets?status=ALL&tag=" + tag).get("status").toString())
                .as("a tag is a word of a text, and finds none that is hidden")
                .contains("\"PUBLISHED\",\"count\":1")
                .doesNotContain("WITHDRAWN");
        assertThat(json("/facets?status=PUBLISHED&tag=" + tag).get("axis").toString())
                .contains("\"count\":1");
        assertThat(
                        ok(as(all, "/facets?status=ALL&asOf=2021-05-01T12:00:00Z&tag=" + tag))
                                .get("status")
                                .toString())
                .contains("\"PUBLISHED\",\"count\":1")
                .doesNotContain("WITHDRAWN");
    }

    @Test
    void aLargeStoreCountsTheSameByItself() {
        String tag = fresh("facet-");
        publish(fresh("x-"), tag, AT);
        publish(fresh("x-"), tag, AT.plusSeconds(86_400L * 40));
        Cards large =
                MongoFeed.of(new MongoModel(mongo.getDatabase(database()), 1), territories, 0)
                        .cards();

        for (Filter filter :
                List.of(
                        Filters.ofTag(tag),
                        Filter.ANY,
                        Filters.ofTag(tag).asOf(AT.plusSeconds(9)))) {
            for (Reader reader :
                    List.of(
                            Reader.PUBLIC,
                            Reader.SIGNATORY,
                            Reader.OPERATOR,
                            Reader.PUBLIC.of("p-commune-25056"),
                            Reader.COMMITTEE)) {
                Set<Facet> all = EnumSet.allOf(Facet.class);
                assertThat(large.count(filter, reader, all))
                        .isEqualTo(cards.count(filter, reader, all));
            }
        }
        assertThat(large.count(Filters.ofTag(tag), Reader.PUBLIC, Set.of()).get(Facet.DEPARTEMENT))
                .isEqualTo(Map.of("departement:25", 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "/feed?status[$ne]=PUBLISHED, status[$ne]",
        "/cards?territory[$gt]=, territory[$gt]",
        "/cards?status=%7B%22$ne%22:null%7D, status",
        "/feed?partner='%20OR%201=1--, partner",
        "/feed?cursor=AAAA, cursor",
        "/cards?cursor=%00, cursor",
        "/cards?limit=0, limit",
        "/feed?limit=99999999999999, limit",
        "/feed?limit=-1, limit",
        "/feed.atom?limit=abc, limit",
        "/facets?sort=x, sort",
        "/facets?axis=uses, axis",
        "/feed?from=2020-01-01&from=2021-01-01, from",
        "/feed?asOf=1e9, asOf",
        "/cards/x-1?atLeast=0, atLeast",
        "/cards/x-1?atLeast=99999999999999999999, atLeast",
        "/cards/x-1/diff?from=1, to",
        "/cards/x-1/diff?from=a&to=2, from",
        "/cards/x-1/versions?cursor=zzz, cursor",
        "/feed/stream?asOf=2015-01-01, asOf",
        "/feed?from=2020-01-01&to=2010-01-01, to",
        "/feed.atom?from=2020-01-01&to=2010-01-01, to",
        "/cards?from=2020-01-01&to=2010-01-01, to",
        "/facets?from=2020-01-01&to=2010-01-01, to",
        "/feed/stream?from=2020-01-01&to=2010-01-01, to",
        "/feed?type=, type",
        "/feed?type=ExperiencePublished%2C%24ne, type",
        "/feed?kind=contribution, kind",
        "/feed?kind=EXPERIENCE&kind=TEXT, kind",
        "/feed?status=DONE, status",
        "/feed?order=best, order",
        "/cards?level=CRECHE, level",
        "/facets?status=SHOWN, status",
        "/axes/USES?asOf=hier, asOf",
        "/axes/USES?limit=0, limit",
        "/working-days/wd-1/report?format=pdf, format",
    })
    void refusesByNameWhatCannotBeMeant(String path, String parameter) {
        HttpResponse<String> refused = get(path);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + parameter + "\"");
    }

    @Test
    void aVersionSaysWhichEventMadeItAndWhoDidIt() {
        String id = fresh("x-");
        publish(id, fresh("event-"), AT);
        log.send(
                EventLog.experience(
                        id,
                        3,
                        TOWN,
                        AT.plusSeconds(60),
                        ExperienceEndorsed.newBuilder()
                                .setExperienceId(id)
                                .setPartnerId("p-other")
                                .build()));
        awaitVersion(id, 3);

        JsonNode versions = json("/cards/" + id + "/versions").get("items");

        JsonNode endorsed = versions.get(0).get("event");
        assertThat(endorsed.get("id").asString()).isEqualTo(id + ":3");
        assertThat(endorsed.get("type").asString()).isEqualTo("ExperienceEndorsed");
        assertThat(endorsed.get("by").get("id").asString()).isEqualTo("p-other");
        assertThat(endorsed.get("summary").asString()).startsWith("p-other soutient");
        JsonNode published = versions.get(1).get("event");
        assertThat(published.get("type").asString()).isEqualTo("ExperiencePublished");
        assertThat(published.has("by")).isFalse();
        assertThat(json("/cards/" + id).has("event")).as("of one card").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed?limit=1&asOf=",
                "/feed?limit=1&from=",
                "/feed?limit=1&to=",
                "/feed.atom?limit=1&asOf=",
                "/feed.atom?limit=1&from=",
                "/feed.atom?limit=1&to=",
                "/cards?limit=1&asOf=",
                "/cards?limit=1&from=",
                "/cards?limit=1&to=",
                "/facets?asOf=",
                "/facets?from=",
                "/facets?to=",
                "/cards/x-dates?asOf=",
                "/cards/x-dates/versions?asOf=",
                "/axes/USES?asOf=",
                "/working-days/wd-dates/report?until=",
            })
    void aDateIsADayAnInstantOrNowAndMayLieInTheFuture(String question) {
        // One that is not there is not found once its date is understood.
        int understood = question.contains("dates") ? 404 : 200;
        for (String date : List.of("2020-02-29", "2020-02-29T12:00:00Z", "now", "9999-12-31")) {
            HttpResponse<String> answer = get(question + date);
            assertThat(answer.statusCode()).as(date + answer.body()).isEqualTo(understood);
        }
        String parameter = question.replaceAll(".*[?&](\\w+)=", "$1");
        for (String none : List.of("2021-02-29", "tomorrow", "NOW")) {
            assertThat(get(question + none).body())
                    .as(none)
                    .contains("\"field\":\"" + parameter + "\",\"code\":\"day-or-instant\"");
        }
    }

    @Test
    void ofSeveralValuesOfAFilterOneIsEnough() {
        String one = fresh("one-");
        String other = fresh("other-");
        publish(fresh("x-"), one, AT);
        publish(fresh("x-"), other, AT);
        publish(fresh("x-"), fresh("third-"), AT);

        String both = "tag=" + one + "&tag=" + other;
        for (String list : List.of("/cards?", "/feed?type=ExperiencePublished&")) {
            assertThat(json(list + both + "&axis=SUPPORT&axis=USES").get("items")).hasSize(2);
            assertThat(json(list + both + "&level=ECOLE&level=OTHER").get("items")).hasSize(2);
            assertThat(json(list + both + "&territory=pays:FR&territory=region:24").get("items"))
                    .hasSize(2);
            assertThat(json(list + both + "&axis=INDUSTRY&axis=SUPPORT").get("items")).isEmpty();
            assertThat(json(list + both + "&kind=PARTNER&kind=EXPERIENCE").get("items")).hasSize(2);
        }
        JsonNode facets = json("/facets?" + both + "&status=STANDING&status=RETURNED");
        assertThat(facets.get("total").asInt()).isEqualTo(2);
        assertThat(facets.at("/proof/question/tag").toString()).contains(one, other);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String tag = fresh("cursor-");
        publish(fresh("x-"), tag, AT);
        publish(fresh("x-"), tag, AT);
        String cursor = json("/feed?limit=1&tag=" + tag).get("nextCursor").asString();

        assertThat(get("/cards?cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @Test
    void anyTextInAnyPlaceIsAnsweredOrRefusedByName() {
        List<String> texts =
                List.of(
                        "%00",
                        "a%00b",
                        "%EF%BF%BF",
                        "%F0%9F%98%80",
                        "%E2%80%AE",
                        "%0D%0A",
                        "$ne",
                        "x".repeat(201),
                        "mot+".repeat(1_000),
                        "%D9%A1",
                        "commune:45203%00");
        List<String> parameters =
                List.of(
                        "territory",
                        "kind",
                        "axis",
                        "level",
                        "partner",
                        "status",
                        "tag",
                        "q",
                        "from",
                        "to",
                        "asOf");
        for (String path : List.of("/feed", "/feed.atom", "/cards", "/facets")) {
            for (String parameter : parameters) {
                for (String text : texts) {
                    HttpResponse<String> answer = get(path + "?" + parameter + "=" + text);
                    if (answer.statusCode() == 400) {
                        assertThat(answer.body()).contains("\"field\":\"" + parameter + "\"");
                    } else {
                        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
                        assertThat(parameter).isIn("tag", "q");
                        assertThat(text.length()).isLessThan(200);
                    }
                }
            }
        }
        for (String text : List.of("%EF%BF%BF%00%0B", "robot%EF%BF%BF%00%0B")) {
            assertThat(get("/feed.atom?q=" + text).body()).doesNotContain("\uFFFF", "\u0000");
        }
    }

    @Test
    void aTimeToComeIsThePresent() {
        String tag = fresh("future-");
        String id = fresh("x-");
        publish(id, tag, AT);

        assertThat(ids(json("/cards?tag=" + tag + "&asOf=9999-12-29"))).containsExactly(id);
        assertThat(json("/cards?tag=" + tag + "&asOf=0001-01-01").get("items")).isEmpty();
    }

    @Test
    void tokensThatAreNotGoodAreRefusedAndNoneIsNeeded() {
        assertThat(get("/feed").statusCode()).isEqualTo(200);
        STACK.issuer()
                .refused("x", null, "m-x", "committee")
                .forEach(
                        (fault, token) ->
                                assertThat(as(token, "/feed").statusCode())
                                        .as(fault)
                                        .isEqualTo(401));
    }

    @Test
    void saysThatItIsReadyAndWhatItOffers() {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus", "Authorization", "Bearer " + operator()).body())
                .contains("relais_feed_until_visible", "relais_consumer_lag");
        JsonNode paths = json("/openapi").get("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/feed",
                        "/feed.atom",
                        "/feed/stream",
                        "/facets",
                        "/cards",
                        "/cards/{id}",
                        "/cards/{id}/versions",
                        "/cards/{id}/diff",
                        "/cards/{id}/similar",
                        "/cards/{id}/lineage",
                        "/territories/{id}/adoptions",
                        "/axes/{axis}",
                        "/working-days/{id}/report",
                        "/parked",
                        "/parked/redrive",
                        "/parked/{id}",
                        "/parked/{id}/redrive",
                        "/parked/{id}/skip",
                        "/rebuilds",
                        "/rebuilds/{id}",
                        "/rebuilds/{id}/pause",
                        "/rebuilds/{id}/resume",
                        "/rebuilds/{id}/parity",
                        "/rebuilds/{id}/activation",
                        "/rebuilds/{id}/rollback",
                        "/models",
                        "/models/{id}");
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                Map<String, JsonNode> successes = new TreeMap<>();
                operation
                        .path("responses")
                        .forEachEntry(
                                (status, response) -> {
                                    if (status.startsWith("2")) {
                                        successes.put(status, response.path("content"));
                                    }
                                });
                assertThat(successes).as(operation.toString()).isNotEmpty();
                assertThat(successes.values()).noneMatch(JsonNode::isEmpty);
            }
        }
        assertThat(paths.at("/~1feed/get/parameters").toString())
                .contains("\"territory\"", "\"asOf\"", "\"cursor\"");
    }

    @Test
    void tellsWordByWordWhatARevisionChanged() {
        String id = fresh("x-");
        publish(id, "diff", AT);
        log.send(EventLog.revised(id, 3, "Page neuve", TOWN, "diff", AT.plusSeconds(60)));
        awaitVersion(id, 3);

        assertThat(json("/cards/" + id + "/diff?from=2&to=3").get("changes").toString())
                .contains(
                        "{\"field\":\"title\",\"from\":\"Page\",\"to\":\"Page neuve\",\"words\":"
                                + "[{\"op\":\"EQUAL\",\"text\":\"Page\"},{\"op\":\"INSERT\",\"text\":\" neuve\"}]}");
        assertThat(get("/cards/" + id + "/diff?from=2&to=9").statusCode()).isEqualTo(404);
    }
}
