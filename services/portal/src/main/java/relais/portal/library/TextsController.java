package relais.portal.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.AxisPage;
import relais.portal.api.FeedApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.naming.Axes;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** What the committee adopted, aims at and does, of all axes or of one. Everyone reads it. */
@Controller
record TextsController(Remote<FeedApi> feed, Words words) {

    /** Of each list of an axis on the page of all. */
    private static final String SOME = "20";

    private static final String MANY = "50";

    @GetMapping("/textes")
    String texts(Exchange exchange) {
        Map<String, Pending<AxisPage>> asked = new LinkedHashMap<>();
        Axes.ALL.forEach(axis -> asked.put(axis, begin(axis, SOME)));
        Map<String, Answer<AxisShown>> axes = new LinkedHashMap<>();
        asked.forEach((axis, answer) -> axes.put(axis, answer.answer().map(AxisShown::of)));
        List<AxisShown> known =
                axes.values().stream().map(Answer::content).flatMap(Optional::stream).toList();
        exchange.add("axes", axes)
                .add("texts", AxisShown.texts(known))
                .add("missing", known.size() < axes.size())
                .add(
                        "more",
                        known.stream()
                                .anyMatch(
                                        each ->
                                                each.page().contributions().total()
                                                        > each.texts().size()));
        return "library/texts";
    }

    @GetMapping("/axes/{axis}")
    String axis(@PathVariable String axis, Exchange exchange) {
        if (!Axes.ALL.contains(axis)) {
            throw new NotFound();
        }
        exchange.add("axis", axis)
                .add("axes", Axes.ALL)
                .add(
                        Crumb.TRAIL,
                        List.of(
                                Crumb.to(words.message("texts.title"), "/textes"),
                                Crumb.here(words.code("axis", axis), false)))
                .existing("found", begin(axis, MANY).answer().map(AxisShown::of));
        return "library/axis";
    }

    private Pending<AxisPage> begin(String axis, String limit) {
        return feed.start(api -> api.axis(axis, Questions.of("limit", limit)));
    }
}
