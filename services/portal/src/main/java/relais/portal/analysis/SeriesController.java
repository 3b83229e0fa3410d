package relais.portal.analysis;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.CountingApi;
import relais.portal.api.Series;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.Question;
import relais.portal.page.Words;

/** Figures over time, as a plot, as a table and as a file. */
@Controller
record SeriesController(Remote<CountingApi> counting, Lookup lookup, Words words) {

    static final String PATH = "/desk/analysis/series";
    static final List<String> NAMES =
            List.of("metric by step from to territory kind axis level partner".split(" "));

    @GetMapping(PATH)
    String series(Exchange exchange) {
        Question asked = Question.of(NAMES, exchange.parameters());
        asked = asked.has("metric") ? asked : asked.with("metric", "active");
        asked = asked.has("step") ? asked : asked.with("step", "year");
        lookup.ask(exchange, asked, PATH).ifPresent(question -> show(exchange, question));
        return "analysis/series";
    }

    private void show(Exchange exchange, Question question) {
        Answer<Series> series =
                exchange.about(counting.ask(api -> api.series(question.parameters())));
        lookup.addNames(
                exchange, Arrays.asList(question.get("territory"), question.get("partner")));
        exchange.add("form", question.form(series))
                .add("series", series.map(said -> SeriesView.of(said, words)));
        series.content()
                .map(said -> question.with("upTo", said.proof().upTo()).link(PATH + "/csv"))
                .ifPresent(link -> exchange.add("csv", link));
    }
}
