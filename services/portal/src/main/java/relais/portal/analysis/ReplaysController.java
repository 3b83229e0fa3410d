package relais.portal.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import relais.portal.account.Capacity;
import relais.portal.api.CountingApi;
import relais.portal.api.HistoryApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.Replay;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;
import relais.portal.page.Question;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/**
 * Replays under way and done: how far they are, and holding or ending them. To ask for a part of
 * the history to be told again, it is counted first, and then it is begun: what was changed since
 * it was counted is counted anew, so that nobody begins what they have not seen.
 */
@Controller
record ReplaysController(
        Remote<HistoryApi> history,
        Words words,
        Remote<CountingApi> counting,
        KeptForms forms,
        Lookup lookup) {

    static final String PATH = "/desk/analysis/replays";

    private static final List<String> NAMES = List.of("cursor");
    private static final String PAGE = "20";

    /** A page that nobody looks at must not ask for ever: a quarter of an hour, then a link. */
    private static final int MOST_LOOKS = 450;

    @GetMapping(PATH)
    String list(Exchange exchange) {
        Question question = Question.of(NAMES, exchange.parameters());
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", PAGE);
        Answer<Listing<Replay>> replays = exchange.about(history.ask(api -> api.replays(asked)));
        exchange.add("replays", replays)
                .addNext(replays, cursor -> question.with("cursor", cursor).link(PATH));
        return "analysis/replays";
    }

    @GetMapping(PATH + "/{id}")
    String one(Exchange exchange) {
        return show(exchange, exchange.existing(look(exchange)));
    }

    /** How far it is, for the script that looks again. */
    @GetMapping(path = PATH + "/{id}", headers = "HX-Request=true")
    String progress(@RequestParam(defaultValue = "0") int look, Exchange exchange) {
        exchange.add("replay", look(exchange))
                .add("look", Math.min(Math.max(look, 0), MOST_LOOKS) + 1)
                .add("tired", look >= MOST_LOOKS);
        return exchange.part("analysis/replay :: progress");
    }

    @PostMapping(PATH + "/{id}")
    String change(@PathVariable String id, @RequestParam("do") String what, Exchange exchange) {
        Answer<?> done =
                switch (what) {
                    case "pause" -> history.ask(api -> api.pause(id));
                    case "resume" -> history.ask(api -> api.resume(id));
                    case "cancel" -> history.ask(api -> cancel(api, id));
                    default -> throw new NotFound();
                };
        if (!done.isOk()) {
            exchange.add("notDone", exchange.about(done));
            return show(exchange, ask(id));
        }
        return exchange.done("replay.done." + what, what.equals("cancel") ? PATH : PATH + "/{id}");
    }

    private String cancel(HistoryApi api, String id) {
        api.cancel(id);
        return id;
    }

    /** Its page says where to read what is no file. */
    private Answer<Replay> look(Exchange exchange) {
        Answer<Replay> replay = ask(exchange.variable("id"));
        replay.content()
                .filter(found -> found.isReady() && !found.target().isFile())
                .ifPresent(found -> SeenReplays.add(exchange.request(), found.id()));
        return replay;
    }

    private Answer<Replay> ask(String id) {
        return history.ask(api -> api.replay(id));
    }

    private static String show(Exchange exchange, Answer<Replay> replay) {
        exchange.add("replay", replay).add("look", 0).add("tired", false);
        return "analysis/replay";
    }

    /** Operators are told the replays of all, which wait for others. */
    @Bean
    @Order(50)
    ToDos replayWaiting() {
        return new ToDos(
                "analysis", Set.of(Capacity.ANALYST, Capacity.COMMITTEE), (_, _) -> begin());
    }

    private Pending<ToDos.Page> begin() {
        List<String> seen =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        ? SeenReplays.of(here.getRequest())
                        : List.of();
        return history.start(api -> find(api, seen));
    }

    private ToDos.Page find(HistoryApi api, List<String> seen) {
        var question = Questions.of("limit", ToDos.MOST);
        Listing<Replay> replays = api.replays(question);
        return new ToDos.Page(
                replays.items().stream().flatMap(replay -> toDo(replay, seen)).toList(),
                replays.nextCursor() != null);
    }

    private Stream<ToDo> toDo(Replay replay, List<String> seen) {
        String key = key(replay);
        if (key == null || (replay.isReady() && seen.contains(replay.id()))) {
            return Stream.of();
        }
        String target = words.code("replay-target", replay.target().kind());
        String about = target + ", " + words.moment(replay.askedAt());
        return Stream.of(new ToDo(key, about, false, PATH + "/" + replay.id(), false));
    }

    private static @Nullable String key(Replay replay) {
        if (replay.isReady()) {
            return replay.target().isFile() ? "replay-file" : "replay-ready";
        }
        if (replay.hasFailed()) {
            return "replay-failed";
        }
        return replay.isPaused() ? "replay-paused" : null;
    }

    private static final String NEW = PATH + "/new";

    private static final String COUNTED = "counted";

    /** The form; an address may fill it in, as that of a table of events does. */
    @GetMapping(NEW)
    String form(Exchange exchange) {
        Typed typed =
                Hidden.creating(
                        new Typed(Question.of(ReplayForm.NAMES, exchange.parameters()).values()));
        return show(
                exchange, forms.begin(exchange.request(), standard(typed)), nothingUnsure(), null);
    }

    @PostMapping(NEW)
    String send(@RequestParam(defaultValue = "count") String step, Exchange exchange) {
        Typed typed = exchange.typed();
        Lookup.ResolvedQuestion found =
                lookup.resolve(Question.of(ReplayForm.NAMES, exchange.parameters()), NEW);
        if (!found.isSure()) {
            return show(exchange, Form.of(typed), found, null);
        }
        Map<String, Object> wanted = ReplayForm.request(found.question());
        // With codes where names were typed, as they were sent.
        Typed settled =
                typed.with("territory", found.question().get("territory"))
                        .with("partner", found.question().get("partner"));
        boolean counted = typed.has(COUNTED, ReplayForm.fingerprint(wanted));
        if (!step.equals("begin") || !counted) {
            exchange.add("changed", step.equals("begin"));
            return count(exchange, wanted, settled, found);
        }
        Answer<Replay> begun = history.ask(api -> api.ask(typed.text(Hidden.KEY), wanted));
        return begun.isOk()
                ? exchange.done("replay.begun", ReplaysController.PATH + "/" + begun.value().id())
                : show(exchange, Form.after(settled, begun), found, null);
    }

    private String count(
            Exchange exchange,
            Map<String, Object> wanted,
            Typed typed,
            Lookup.ResolvedQuestion found) {
        Answer<Replay.Estimate> estimate = counting.ask(api -> api.estimate(wanted));
        Typed counted =
                estimate.isOk() ? typed.with(COUNTED, ReplayForm.fingerprint(wanted)) : typed;
        return show(
                exchange, Form.after(counted, estimate), found, estimate.content().orElse(null));
    }

    private static String show(
            Exchange exchange,
            Form form,
            Lookup.ResolvedQuestion found,
            Replay.@Nullable Estimate estimate) {
        exchange.show(form);
        exchange.add("found", found).add("estimate", estimate);
        return "analysis/new-replay";
    }

    private static Typed standard(Typed typed) {
        Typed whole = typed;
        for (var usual : Map.of("target", "FILE", "format", "csv", "speed", "86400x").entrySet()) {
            whole =
                    whole.texts(usual.getKey()).isEmpty()
                            ? whole.with(usual.getKey(), usual.getValue())
                            : whole;
        }
        return whole;
    }

    private static Lookup.ResolvedQuestion nothingUnsure() {
        return new Lookup.ResolvedQuestion(new Question(List.of(), Map.of()), "", List.of());
    }
}
