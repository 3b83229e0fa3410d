package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.CountingApi;
import relais.portal.api.Series;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.naming.Naming;
import relais.portal.page.Question;
import relais.portal.page.Words;

/** Figures over time, as a plot, as a table and as a file. */
@Controller
record SeriesController(CountingApi counting, Calls calls, Lookup lookup, Naming naming, Words words) {

    static final String PATH = "/desk/analysis/series";
    static final List<String> NAMES =
            List.of(
                    "metric",
                    "by",
                    "step",
                    "from",
                    "to",
                    "territory",
                    "kind",
                    "axis",
                    "level",
                    "partner");

    @GetMapping(PATH)
    String series(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        Question asked = Question.of(NAMES, parameters);
        if (!asked.has("metric")) {
            asked = asked.with("metric", "active");
        }
        if (!asked.has("step")) {
            asked = asked.with("step", "year");
        }
        Lookup.Found found = lookup.resolve(asked, PATH);
        Question question = found.question();
        model.addAttribute("question", question);
        model.addAttribute("found", found);
        if (!found.isSure()) {
            model.addAttribute("form", Pages.form(question));
            return "analysis/series";
        }
        Answer<Series> series =
                calls.ask(Service.HISTORY, () -> counting.series(question.parameters()));
        Pages.status(series, response);
        model.addAttribute("form", Pages.form(question, series));
        model.addAttribute("series", series.map(said -> SeriesView.of(said, words)));
        series.content()
                .ifPresent(
                        said ->
                                model.addAttribute(
                                        "csv",
                                        question.with("upTo", said.proof().upTo())
                                                .link(PATH + "/csv")));
        model.addAttribute("territories", names(Stream.of(question.get("territory"))));
        model.addAttribute("titles", names(Stream.of(question.get("partner"))));
        return "analysis/series";
    }

    private Map<String, String> names(Stream<@Nullable String> ids) {
        return naming.of(ids.toList()).names();
    }
}
