package relais.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** What people follow, and that they are told of it once. */
class FollowsIT extends RunningNotices {

    @Test
    void whoFollowsIsToldOnceHoweverOftenItIsSaid() {
        String reader = account(null);
        String other = account(null);
        String card = fresh("x-");
        follow(reader, "TERRITORY", REGION);
        follow(reader, "CARD", card);
        follow(other, "TERRITORY", "region:53");
        happens("ExperiencePublished", card, 1, "Une idée");
        happens("ExperiencePublished", card, 1, "Une idée");
        awaitPublicStream();
        var told = notices(reader);
        assertThat(told.stream().filter(it -> it.path("card").asString().equals(card))).hasSize(1);
        assertThat(told.getFirst().path("title").asString()).isEqualTo("Une idée");
        assertThat(told.getFirst().path("type").asString()).isEqualTo("ExperiencePublished");
        assertThat(told.getFirst().path("reason").asString()).isEqualTo("FOLLOWED");
        assertThat(told.getFirst().path("unread").asBoolean()).isTrue();
        assertThat(notices(other)).isEmpty();
        assertThat(api.get("/notices/count", reader).body().path("unread").asInt()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(api.post("/notices/read", reader, "{}").status()).isEqualTo(204);
        assertThat(api.get("/notices/count", reader).body().path("unread").asInt()).isZero();
        assertThat(notices(reader).getFirst().path("unread").asBoolean()).isFalse();
    }

    @Test
    void whoListensIsToldThatThereIsAnotherNoticeAndNobodyElse() throws Exception {
        String card = fresh("x-");
        String reader = account(null);
        follow(reader, "CARD", card);
        String other = account(null);
        HttpClient http = HttpClient.newHttpClient();
        try {
            BufferedReader mine = stream(http, reader);
            BufferedReader theirs = stream(http, other);
            stream(http, reader);
            stream(http, reader);
            Answer often = api.get("/notices/stream", reader, "Accept", "text/event-stream");
            assertThat(often.status()).isEqualTo(429);
            assertThat(often.header("Retry-After")).isNotBlank();
            happens("ExperiencePublished", card, 1, "Une idée");
            List<String> heard = said(mine);
            while (heard.equals(List.of(":"))) {
                heard = said(mine);
            }
            assertThat(heard).containsExactly("event:notice");
            // Silence is filled, so that a reader who is gone is noticed; an event it is not.
            assertThat(said(theirs)).containsOnly(":");
            clock.advance(Duration.ofMinutes(1));
            assertThat(said(theirs)).containsOnly(":");
        } finally {
            http.shutdownNow();
        }
    }

    private BufferedReader stream(HttpClient http, String token) throws Exception {
        HttpResponse<InputStream> opened =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/notices/stream"))
                                .timeout(SOON)
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(opened.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(opened.body(), UTF_8));
    }

    /** The lines of a stream up to its first event, or of what filled its silence. */
    private static List<String> said(BufferedReader stream) throws Exception {
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            return reading.submit(
                            () -> {
                                List<String> lines = new ArrayList<>();
                                for (String line = stream.readLine();
                                        line != null && lines.isEmpty();
                                        line = stream.readLine()) {
                                    if (line.startsWith("event:") || line.equals(":")) {
                                        lines.add(line);
                                    }
                                }
                                return lines;
                            })
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void neitherThePastNorAnArchiveIsNews() {
        String reader = account(null);
        String before = fresh("x-");
        tellActivity("ExperiencePublished", before, 1, REGION, clock.instant(), false);
        clock.advance(Duration.ofSeconds(1));
        follow(reader, "TERRITORY", REGION);
        String archived = fresh("x-");
        tellActivity("ExperiencePublished", archived, 1, REGION, clock.instant(), true);
        String old = fresh("x-");
        tellActivity(
                "ExperiencePublished",
                old,
                1,
                REGION,
                clock.instant().minus(Duration.ofDays(40)),
                false);
        awaitPublicStream();
        assertThat(notices(reader)).isEmpty();
    }

    @Test
    void aSearchIsFollowedByAllItsCriteriaAndByWords() {
        String reader = account(null);
        Answer put =
                api.put(
                        "/follows",
                        reader,
                        "{\"kind\":\"SEARCH\",\"name\":\"Tablettes\",\"search\":{\"territory\":\"region:27\",\"q\":\"TABLETTES ecole\"}}");
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        String match = fresh("x-");
        happens("ExperiencePublished", match, 3, "Des tablettes à l’école");
        happens("ExperiencePublished", fresh("x-"), 1, "Des tablettes au collège");
        tellCard(fresh("x-"), 1, "Des tablettes à l’école", "region:53");
        awaitPublicStream();
        assertThat(ids(reader)).hasSize(1).first().asString().endsWith(match + ":3");
    }

    @Test
    void aSearchKeepsItsNameUntilItIsGivenAnotherOrNone() {
        String reader = account(null);
        assertThat(named(reader, null)).isNull();
        assertThat(named(reader, " Robots des écoles ")).isEqualTo("Robots des écoles");
        assertThat(named(reader, null)).isEqualTo("Robots des écoles");
        assertThat(named(reader, "Robots")).isEqualTo("Robots");
        assertThat(named(reader, "")).isNull();
        assertThat(api.get("/follows", reader).body().path("items").valueStream()).hasSize(1);
        assertThat(api.put("/follows", reader, search("n".repeat(101))).violations())
                .containsExactly("name:follow-name");
        assertThat(api.put("/follows", reader, search(" ")).violations())
                .containsExactly("name:follow-name");
    }

    private @Nullable String named(String reader, @Nullable String name) {
        Answer put = api.put("/follows", reader, search(name));
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        JsonNode listed = api.get("/follows", reader).body().path("items").path(0).path("name");
        return listed.isString() ? listed.asString() : null;
    }

    private static String search(@Nullable String name) {
        return "{\"kind\":\"SEARCH\",\"search\":{\"q\":\"robot\"}%s}"
                .formatted(name == null ? "" : ",\"name\":\"" + name + "\"");
    }

    @Test
    void aTitleLeavesWithItsCard() {
        String reader = account(null);
        String card = fresh("x-");
        follow(reader, "CARD", card);
        happens("ExperiencePublished", card, 1, "Un titre à cacher");
        awaitPublicStream();
        assertThat(notices(reader).getFirst().path("title").asString()).contains("cacher");
        tombstone(card);
        awaitPublicStream();
        assertThat(notices(reader).getFirst().has("title")).isFalse();
    }

    @Test
    void followsAreListedAndEnd() {
        String reader = account(null);
        follow(reader, "TAG", "Numérique");
        follow(reader, "TAG", "numerique");
        Answer list = api.get("/follows", reader);
        assertThat(list.body().path("items").valueStream()).hasSize(1);
        String id = list.body().path("items").path(0).path("id").asString();
        assertThat(api.delete("/follows/" + id, reader).status()).isEqualTo(204);
        assertThat(api.delete("/follows/" + id, reader).status()).isEqualTo(204);
        assertThat(api.get("/follows", reader).body().path("items").valueStream()).isEmpty();
        assertThat(api.get("/follows", null).status()).isEqualTo(401);
    }

    @Test
    void thereIsAnEndToFollowing() {
        String reader = account(null);
        for (int i = 0; i < 100; i++) {
            follow(reader, "TAG", "mot " + i);
        }
        Answer more = api.put("/follows", reader, "{\"kind\":\"TAG\",\"value\":\"encore\"}");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.problem()).isEqualTo("too-many-follows");
        follow(reader, "TAG", "mot 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; kind:follow-kind",
                "{\"kind\":\"PLANET\"}; kind:follow-kind",
                "{\"kind\":\"TERRITORY\",\"value\":\"Dijon\"}; value:follow-value.territory",
                "{\"kind\":\"AXIS\",\"value\":\"UNKNOWN\"}; value:follow-value.axis",
                "{\"kind\":\"SEARCH\"}; search:follow-search-empty",
                "{\"kind\":\"SEARCH\",\"search\":{\"level\":\"X\"}}; search.level:follow-among",
                "{\"kind\":\"SEARCH\",\"search\":{\"q\":\" \"}}; search.q:follow-words",
            })
    void whatCannotBeFollowedIsRefusedByItsField(String body, String violation) {
        Answer refused = api.put("/follows", account(null), body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).isEqualTo(List.of(violation));
        assertThat(refused.body().path("violations").path(0).path("message").asString())
                .isNotBlank();
    }

    @Test
    void whatIsNewSinceTheLastVisitIsAListOfItsOwn() {
        String reader = account(null);
        String first = fresh("x-");
        String second = fresh("x-");
        follow(reader, "CARD", first);
        follow(reader, "CARD", second);
        happens("ExperiencePublished", first, 1, "Avant");
        awaitPublicStream();
        assertThat(notices(reader)).hasSize(1);
        clock.advance(Duration.ofHours(2));
        assertThat(notices(reader)).hasSize(1);
        happens("ExperiencePublished", second, 1, "Depuis");
        awaitPublicStream();
        clock.advance(Duration.ofHours(2));
        Answer since = api.get("/notices?since=last-visit", reader);
        assertThat(since.body().path("items").valueStream().map(it -> it.path("title").asString()))
                .containsExactly("Depuis");
        assertThat(api.get("/notices?since=monday", reader).violations())
                .containsExactly("since:notices-since");
        Answer page = api.get("/notices?limit=1", reader);
        String cursor = page.text("nextCursor");
        assertThat(api.get("/notices?limit=1&cursor=" + cursor, reader).body().path("items"))
                .hasSize(1);
    }
}
