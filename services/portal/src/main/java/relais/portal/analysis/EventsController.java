package relais.portal.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.HistoryApi;
import relais.portal.api.LogEvent;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of the log as a table, a page at a time in the log's order, and one by one. */
@Controller
record EventsController(Remote<HistoryApi> history, Lookup lookup, JsonMapper json) {

    static final String PATH = "/desk/analysis/events";

    /** What narrows; the same for a table, a download and a replay. */
    static final List<String> FILTERS =
            List.of("territory partner type aggregate axis from to loggedFrom loggedTo".split(" "));

    private static final List<String> NAMES =
            Stream.concat(FILTERS.stream(), Stream.of("after", "upTo")).toList();
    private static final int PAGE = 25;
    private static final String LOG_TO = "Relais-Log-To";

    private record Page(List<LogEvent> events, @Nullable String upTo, boolean more) {}

    @GetMapping(PATH)
    String events(Exchange exchange) {
        lookup.ask(exchange, Question.of(NAMES, exchange.parameters()), PATH)
                .ifPresent(question -> show(exchange, question));
        return "analysis/events";
    }

    private void show(Exchange exchange, Question question) {
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", String.valueOf(PAGE + 1));
        Answer<Page> page = exchange.about(history.ask(api -> api.events(asked)).map(this::page));
        exchange.add("form", question.form(page)).add("events", page.map(Page::events));
        page.content().ifPresent(content -> addAround(exchange, content, question));
    }

    @GetMapping(PATH + "/{id}")
    String event(@PathVariable String id, Exchange exchange) {
        var where = Questions.of("at", exchange.request().getParameter("at"));
        Optional<LogEvent> event =
                exchange.add("id", id).existing("event", history.ask(api -> api.event(id, where)));
        event.ifPresent(
                content -> {
                    addNames(exchange, List.of(content));
                    var writer = json.writerWithDefaultPrettyPrinter();
                    JsonNode data = content.data();
                    exchange.add("data", data == null ? null : writer.writeValueAsString(data));
                });
        return "analysis/event";
    }

    private Page page(ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        List<LogEvent> events =
                body == null
                        ? List.of()
                        : new String(body, StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> json.readValue(line, LogEvent.class))
                                .toList();
        return new Page(
                events.stream().limit(PAGE).toList(),
                answer.getHeaders().getFirst(LOG_TO),
                events.size() > PAGE);
    }

    private void addAround(Exchange exchange, Page page, Question question) {
        // Everything that follows is of the log as this page found it.
        Question same = question.without("after").with("upTo", page.upTo());
        exchange.add("same", same)
                .add("further", question.has("after"))
                .add(
                        "next",
                        page.more()
                                ? same.with("after", page.events().getLast().log().address())
                                        .link(PATH)
                                : null);
        addNames(exchange, page.events());
    }

    private void addNames(Exchange exchange, List<LogEvent> events) {
        var ids = new ArrayList<@Nullable String>();
        for (LogEvent event : events) {
            ids.add(event.territory());
            ids.add(event.partner());
        }
        lookup.addNames(exchange, ids);
    }
}
