package relais.acceptance;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the example data are stored, answered and shown as. It runs first, on a stack that nothing
 * else was done to.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenFilesIT {

    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Content-Language",
                    "Vary",
                    "Cache-Control",
                    "ETag",
                    "Location",
                    "Link",
                    "Allow",
                    "WWW-Authenticate",
                    "Retry-After");

    /** The order of an object's members tells a reader nothing. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();

    private static final JsonMapper LINKED_DATA =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final Stack stack = Stack.shared();
    private final Normal normal =
            new Normal(
                    Instant.now(),
                    Stream.of(
                                    "partners",
                                    "experiences",
                                    "contributions",
                                    "feed",
                                    "history",
                                    "notices",
                                    "portal",
                                    "identity")
                            .collect(Collectors.toMap(name -> name, stack.local()::url)));

    /** The last of the example data may still be on their way into the read model. */
    @BeforeEach
    void everythingIsRead() {
        ReadLog.awaitEnd(stack);
    }

    @Test
    @Order(1)
    void documentsAreStoredAsTheyWere() {
        try (StoredDocuments stored = new StoredDocuments(stack, normal)) {
            hold("stored/", stored.described());
        }
    }

    @Test
    @Order(2)
    void servicesAnswerAsTheyDid() throws IOException {
        Map<String, StringBuilder> answers = new LinkedHashMap<>();
        for (String line : GoldenFiles.lines("requests.txt")) {
            String[] parts = line.split(" ", 5);
            Answer answer = answer(parts);
            answers.computeIfAbsent(parts[0] + ".txt", first -> new StringBuilder())
                    .append("### ")
                    .append(line.substring(parts[0].length() + 1))
                    .append("\n\n")
                    .append(text(answer))
                    .append("\n\n");
        }
        hold("answers/", answers);
    }

    @Test
    @Order(3)
    void pagesShowWhatTheyShowed() throws IOException {
        Map<String, PlainBrowser> people = new LinkedHashMap<>();
        Map<String, String> pages = new LinkedHashMap<>();
        for (String line : GoldenFiles.lines("pages.txt")) {
            String[] parts = line.split(" ", 2);
            PlainBrowser person = people.computeIfAbsent(parts[0], this::signedIn);
            for (String language : List.of("fr", "en")) {
                String path = parts[1] + (parts[1].contains("?") ? "&" : "?") + "lang=" + language;
                PlainBrowser.Page page = person.get(stack.local().url("portal").resolve(path));
                String name =
                        "%s%s.%s.html"
                                .formatted(
                                        parts[0].equals("-") ? "" : parts[0],
                                        parts[1].replaceAll("[^A-Za-z0-9]+", "-"),
                                        language);
                String text = normal.of("<!-- " + page.status() + " -->\n" + html(page));
                pages.put(name, text);
            }
        }
        hold("pages/", pages);
    }

    /** All that differ are told at once. */
    private static void hold(String folder, Map<String, ? extends CharSequence> texts) {
        SoftAssertions each = new SoftAssertions();
        texts.forEach(
                (name, text) ->
                        each.assertThatCode(() -> GoldenFiles.hold(folder + name, text.toString()))
                                .doesNotThrowAnyException());
        each.assertAll();
    }

    private PlainBrowser signedIn(String account) {
        PlainBrowser person = new PlainBrowser(stack.local().url("portal"));
        if (!account.equals("-")) {
            person.signIn(account);
        }
        return person;
    }

    /** Without what draws: shapes of the map and of plots are long, and pictures are looked at. */
    private static String html(PlainBrowser.Page page) {
        Document document = Jsoup.parse(page.text());
        document.select("svg > *").remove();
        // Counts are on the page if they were known in time, else fetched by it.
        document.select("[id^=count-]")
                .empty()
                .removeAttr("hx-get")
                .removeAttr("hx-trigger")
                .removeAttr("hx-swap");
        // The order of an object's members tells a reader nothing.
        for (Element said : document.select("script[type=application/ld+json]")) {
            String sorted = LINKED_DATA.writeValueAsString(JSON.readTree(said.data()));
            said.empty().appendChild(new DataNode(sorted));
        }
        return document.outerHtml() + "\n";
    }

    private Answer answer(String... parts) {
        Api api = stack.api(parts[0], parts[1].equals("-") ? null : parts[1]);
        return parts.length < 5
                ? api.send(parts[2], parts[3], BodyPublishers.noBody())
                : api.send(
                        parts[2],
                        parts[3],
                        BodyPublishers.ofString(parts[4]),
                        "Content-Type",
                        "application/json");
    }

    private String text(Answer answer) {
        StringBuilder text = new StringBuilder().append(answer.status()).append('\n');
        for (String name : HEADERS) {
            for (String value : answer.headers().allValues(name)) {
                text.append(name).append(": ").append(value).append('\n');
            }
        }
        String body =
                answer.contentType().matches("application/(.*\\+)?json.*")
                        ? JSON.writeValueAsString(answer.json())
                        : answer.text();
        return normal.of(text.append('\n').append(body).toString());
    }
}
