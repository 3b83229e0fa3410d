package relais.portal.timemachine;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.map.Drawing;
import relais.portal.map.FranceMap;
import relais.portal.naming.Naming;
import relais.portal.page.Exchange;
import relais.portal.page.Question;
import relais.portal.page.Words;

/**
 * Map, figures and feed as they were at the end of a day. Each moment is a page with an address of
 * its own; the script only asks for what changes of it, one moment after the other.
 */
@Controller
record TimeMachineController(Remote<FeedApi> feed, Naming naming, FranceMap map, Clock clock) {

    static final String PATH = "/time-machine";

    private static final String AS_OF = "asOf";
    private static final List<String> NAMES = List.of("territory", "kind", "axis", "level", AS_OF);
    private static final String ENTRIES = "6";
    private static final String ALL = "ALL";

    @GetMapping(PATH)
    String page(Exchange exchange) {
        Question question = Question.of(NAMES, exchange.parameters());
        var ever = feed.start(api -> api.facets(Questions.of("kind", ALL, "status", ALL)));
        LocalDate today = today();
        YearMonth first = ever.answer().content().map(TimeMachineController::first).orElse(null);
        Moment moment = Moment.of(question.get(AS_OF), first, today);
        if (moment == null) {
            exchange.add("noDay", true).response().setStatus(HttpStatus.BAD_REQUEST.value());
            moment = new Moment(today, first == null ? YearMonth.from(today) : first, today);
        }
        tell(exchange, question, moment);
        return "timemachine/time-machine";
    }

    /** What changes of the page, for the script. */
    @GetMapping(path = PATH, headers = "HX-Request=true", params = AS_OF)
    String redraw(Exchange exchange) {
        Question question = Question.of(NAMES, exchange.parameters());
        Moment moment = Moment.of(question.get(AS_OF), YearMonth.of(1, 1), today());
        if (moment == null) {
            exchange.response().setStatus(HttpStatus.BAD_REQUEST.value());
            moment = new Moment(today(), YearMonth.from(today()), today());
        }
        tell(exchange, question, moment);
        return exchange.part("timemachine/moment :: moment");
    }

    /** The map alone, of published experiences, for the time-lapse of the front page. */
    @GetMapping(path = PATH + "/map", headers = "HX-Request=true")
    String map(Exchange exchange) {
        Question question = Question.of(List.of(AS_OF), exchange.parameters());
        Answer<Facets> counted = start(question).answer();
        if (!counted.isOk()) {
            exchange.response()
                    .setStatus(
                            counted.isRefused()
                                    ? HttpStatus.BAD_REQUEST.value()
                                    : HttpStatus.SERVICE_UNAVAILABLE.value());
            return exchange.part("parts/unavailable :: unavailable");
        }
        exchange.add("map", counted.map(facets -> drawing(facets, question)));
        return exchange.part("timemachine/map :: map");
    }

    private void tell(Exchange exchange, Question asked, Moment moment) {
        // Of today the present is asked, which has no date: it is what services answer fastest.
        Question question =
                moment.isToday()
                        ? asked.without(AS_OF)
                        : asked.with(AS_OF, moment.day().toString());
        Question everywhere = question.without("territory");
        Pending<Facets> figures = start(question);
        Pending<Facets> kinds = question.has("kind") ? figures : start(question.with("kind", ALL));
        Pending<Facets> country = question.equals(everywhere) ? figures : start(everywhere);
        MultiValueMap<String, String> entries = question.parameters();
        entries.add("limit", ENTRIES);
        var latest = feed.start(api -> api.feed(entries));
        String territory = question.get("territory");
        if (territory != null) {
            exchange.add("place", naming.of(List.of(territory)).of(territory));
        }
        Answer<Facets> counted = figures.answer();
        if (counted.isRefused()) {
            exchange.add(
                    "others", naming.of(new ArrayList<>(counted.refusal().territories())).names());
        }
        exchange.add("question", question);
        exchange.add(AS_OF, question.get(AS_OF));
        exchange.add("moment", moment);
        exchange.add("figures", counted);
        counted.content()
                .map(facets -> kinds.answer().content().orElse(facets).kind())
                .ifPresent(ofKinds -> exchange.add("ofKinds", ofKinds));
        exchange.add(
                "counted",
                question.has("kind") && !question.has("kind", "EXPERIENCE")
                        ? "cards"
                        : "experiences");
        exchange.add("latest", latest.answer());
        exchange.add("map", country.answer().map(facets -> drawing(facets, question)));
    }

    private Pending<Facets> start(Question question) {
        MultiValueMap<String, String> parameters = question.parameters();
        return feed.start(api -> api.facets(parameters));
    }

    /** Each département leads to the feed of it as it was. */
    private Drawing drawing(Facets facets, Question question) {
        return map.draw(
                facets.departements(),
                question.get("territory"),
                territory -> question.with("territory", territory).link("/actualite"),
                FranceMap.FigureOrder.of(null));
    }

    private static @Nullable YearMonth first(Facets facets) {
        try {
            return facets.month().isEmpty()
                    ? null
                    : YearMonth.parse(facets.month().getFirst().value());
        } catch (DateTimeException noMonth) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.PARIS);
    }
}
