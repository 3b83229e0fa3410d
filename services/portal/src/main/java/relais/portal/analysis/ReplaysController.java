package relais.portal.analysis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.HistoryApi;
import relais.portal.api.Listing;
import relais.portal.api.Replay;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.NotFound;
import relais.portal.page.Question;

/** Replays under way and done: how far they are, and holding or ending them. */
@Controller
record ReplaysController(HistoryApi history, Calls calls) {

    static final String PATH = "/desk/analysis/replays";

    private static final List<String> NAMES = List.of("cursor");
    private static final String PAGE = "20";

    /** A page that nobody looks at must not ask for ever: a quarter of an hour, then a link. */
    private static final int MOST_LOOKS = 450;

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        Question question = Question.of(NAMES, parameters);
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", PAGE);
        Answer<Listing<Replay>> replays = calls.ask(Service.HISTORY, () -> history.replays(asked));
        Pages.status(replays, response);
        model.addAttribute("replays", replays);
        model.addAttribute(
                "next",
                replays.content()
                        .map(Listing::nextCursor)
                        .map(cursor -> question.with("cursor", cursor).link(PATH))
                        .orElse(null));
        return "analysis/replays";
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return show(look(id, request), 0, model, response);
    }

    /** How far it is, for the script that looks again. */
    @GetMapping(path = PATH + "/{id}", headers = "HX-Request=true")
    String progress(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int look,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Answer<Replay> replay = look(id, request);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        model.addAttribute("replay", replay);
        model.addAttribute("look", Math.min(Math.max(look, 0), MOST_LOOKS) + 1);
        model.addAttribute("tired", look >= MOST_LOOKS);
        return "analysis/replay :: progress";
    }

    @PostMapping(PATH + "/{id}")
    String change(
            @PathVariable String id,
            @RequestParam("do") String what,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Answer<?> done =
                switch (what) {
                    case "pause" -> calls.ask(Service.HISTORY, () -> history.pause(id));
                    case "resume" -> calls.ask(Service.HISTORY, () -> history.resume(id));
                    case "cancel" -> calls.ask(Service.HISTORY, () -> cancel(id));
                    default -> throw new NotFound();
                };
        if (!done.isOk()) {
            Pages.status(done, response);
            model.addAttribute("notDone", done);
            return show(ask(id), 0, model, null);
        }
        redirect.addFlashAttribute("done", "replay.done." + what);
        if (what.equals("cancel")) {
            return "redirect:" + PATH;
        }
        redirect.addAttribute("id", id);
        return "redirect:" + PATH + "/{id}";
    }

    private String cancel(String id) {
        history.cancel(id);
        return id;
    }

    /** Its page says where to read what is no file. */
    private Answer<Replay> look(String id, HttpServletRequest request) {
        Answer<Replay> replay = ask(id);
        replay.content()
                .filter(found -> found.isReady() && !found.target().isFile())
                .ifPresent(found -> SeenReplays.add(request, found.id()));
        return replay;
    }

    private Answer<Replay> ask(String id) {
        return calls.ask(Service.HISTORY, () -> history.replay(id));
    }

    private static String show(
            Answer<Replay> replay, int look, Model model, @Nullable HttpServletResponse response) {
        if (response != null) {
            if (replay.isRefused() && replay.refusal().isNotFound()) {
                throw new NotFound();
            }
            Pages.status(replay, response);
        }
        model.addAttribute("replay", replay);
        model.addAttribute("look", look);
        model.addAttribute("tired", false);
        return "analysis/replay";
    }
}
