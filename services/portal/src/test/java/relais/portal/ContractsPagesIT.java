package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.portal.RunningPortal.Visitor;

/** The descriptions for whoever writes a program, as pages and as files. */
class ContractsPagesIT {

    private static final Path FILES = Path.of("..", "..", "docs", "api");

    private final Visitor visitor = RunningPortal.fresh().visitor();

    @Test
    void theOverviewLeadsToEveryPageAndEveryFile() {
        Document page = visitor.page("/api");

        assertThat(page.select("main ul a").eachAttr("href"))
                .contains("/api/partners", "/api/events", "/api/asyncapi.json")
                .hasSize(14)
                .allSatisfy(
                        address ->
                                assertThat(visitor.get(address).statusCode())
                                        .as(address)
                                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"partners", "experiences", "contributions", "feed", "history", "notices"})
    void anInterfaceIsReadWithoutAScript(String service) {
        Document page = visitor.page("/api/" + service);

        assertThat(page.select("#outline dt code").eachText())
                .hasSizeGreaterThan(5)
                .anyMatch(call -> call.startsWith("GET /"));
        assertThat(page.select("#outline dd").eachText()).doesNotContain("");
        assertThat(page.select("#description").attr("data-file"))
                .isEqualTo("/api/openapi-" + service + ".json");
    }

    @Test
    void everyEventIsShownWithItsFieldsAndASample() {
        Document page = visitor.page("/api/events");

        assertThat(page.select("main h2 code").eachText())
                .containsExactly(
                        "relais.partners",
                        "relais.experiences",
                        "relais.contributions",
                        "relais.public.activities",
                        "relais.public.cards");
        assertThat(page.select("#ExperienceSubmitted dt code:first-child").eachText())
                .contains("experienceId", "content.title", "content.links[].url");
        assertThat(page.select("#ExperienceSubmitted pre").text()).contains("x-tablettes-besancon");
        assertThat(page.select("details dd").eachText()).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asyncapi.json", "openapi-feed.json"})
    void aFileIsTheOneOfTheSources(String file) throws IOException {
        assertThat(visitor.get("/api/" + file).body())
                .isEqualTo(Files.readString(FILES.resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/openapi-portal.json"})
    void whatIsNotDescribedIsNotFound(String address) {
        assertThat(visitor.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void englishReadersFindTheirWords() {
        assertThat(visitor.reading("en").page("/api").select("h1").text())
                .isEqualTo("Interfaces and events");
    }
}
