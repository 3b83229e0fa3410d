package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Questions;
import relais.portal.api.HistoryApi;
import relais.portal.api.LogEvent;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.naming.Naming;
import relais.portal.page.NotFound;
import relais.portal.page.Question;
import tools.jackson.databind.json.JsonMapper;

/** The events of the log as a table, a page at a time in the log's order, and one by one. */
@Controller
record EventsController(HistoryApi history, Calls calls, Lookup lookup, Naming naming, JsonMapper json) {

    static final String PATH = "/desk/analysis/events";

    /** What narrows; the same for a table, a download and a replay. */
    static final List<String> FILTERS =
            List.of(
                    "territory",
                    "partner",
                    "type",
                    "aggregate",
                    "axis",
                    "from",
                    "to",
                    "loggedFrom",
                    "loggedTo");

    private static final List<String> NAMES =
            Stream.concat(FILTERS.stream(), Stream.of("after", "upTo")).toList();
    private static final int PAGE = 25;
    private static final String LOG_TO = "Relais-Log-To";

    /** A page of the table. */
    private record Page(List<LogEvent> events, @Nullable String upTo, boolean more) {}

    @GetMapping(PATH)
    String events(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        Lookup.Found found = lookup.resolve(Question.of(NAMES, parameters), PATH);
        Question question = found.question();
        model.addAttribute("question", question);
        model.addAttribute("found", found);
        if (!found.isSure()) {
            model.addAttribute("form", Pages.form(question));
            return "analysis/events";
        }
        Answer<Page> page = ask(question);
        Pages.status(page, response);
        model.addAttribute("form", Pages.form(question, page));
        model.addAttribute("events", page.map(Page::events));
        page.content().ifPresent(content -> addAround(content, question, model));
        return "analysis/events";
    }

    @GetMapping(PATH + "/{id}")
    String event(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String at,
            Model model,
            HttpServletResponse response) {
        var where = Questions.of("at", at);
        Answer<LogEvent> event = calls.ask(Service.HISTORY, () -> history.event(id, where));
        if (event.isRefused() && event.refusal().isNotFound()) {
            throw new NotFound();
        }
        Pages.status(event, response);
        model.addAttribute("id", id);
        model.addAttribute("event", event);
        event.content()
                .ifPresent(
                        content -> {
                            addNames(List.of(content), model);
                            model.addAttribute(
                                    "data",
                                    content.data() == null
                                            ? null
                                            : json.writerWithDefaultPrettyPrinter()
                                                    .writeValueAsString(content.data()));
                        });
        return "analysis/event";
    }

    private Answer<Page> ask(Question question) {
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", String.valueOf(PAGE + 1));
        return calls.ask(Service.HISTORY, () -> history.events(asked)).map(this::page);
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

    private void addAround(Page page, Question question, Model model) {
        Question filters = question.without("after");
        // Everything that follows is of the log as this page found it.
        Question same = filters.with("upTo", page.upTo());
        model.addAttribute("same", same);
        model.addAttribute("further", question.has("after"));
        model.addAttribute(
                "next",
                page.more()
                        ? same.with("after", page.events().getLast().log().address()).link(PATH)
                        : null);
        addNames(page.events(), model);
    }

    private void addNames(List<LogEvent> events, Model model) {
        model.addAttribute(
                "territories", names(events.stream().map(LogEvent::territory)));
        model.addAttribute("titles", names(events.stream().map(LogEvent::partner)));
    }

    private Map<String, String> names(Stream<@Nullable String> ids) {
        return naming.of(ids.toList()).names();
    }
}
