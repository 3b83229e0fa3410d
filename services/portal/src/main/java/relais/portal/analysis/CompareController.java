package relais.portal.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Card;
import relais.portal.api.Comparison;
import relais.portal.api.CountingApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.Choice;
import relais.portal.page.Exchange;
import relais.portal.page.Question;
import relais.portal.page.Words;

/** Two dates compared, with the list behind every figure. */
@Controller
record CompareController(
        Remote<CountingApi> counting,
        Remote<FeedApi> feed,
        Lookup lookup,
        Words words,
        Clock clock) {

    static final String PATH = "/desk/analysis/compare";

    private static final String ENTRIES = PATH + "/entries";
    private static final List<String> NAMES =
            List.of("from to territory kind axis level partner by".split(" "));
    private static final List<String> LIST_NAMES =
            List.of(
                    "from to territory kind axis level partner upTo change by value cursor"
                            .split(" "));
    private static final String PAGE = "50";
    private static final String DAYS = "100";

    /** A working day that is chosen goes before a date that was there already. */
    @GetMapping(PATH)
    String compare(Exchange exchange) {
        Question asked = Question.of(NAMES, exchange.parameters());
        for (String day : List.of("from", "to")) {
            String chosen = exchange.parameter(day + "Day");
            asked = chosen == null ? asked : asked.with(day, chosen);
        }
        Pending<Listing<Card>> workingDays = workingDays();
        Optional<Question> question = lookup.ask(exchange, asked, PATH);
        exchange.add("workingDays", choices(workingDays.answer()));
        question.filter(found -> found.has("from")).ifPresent(found -> show(exchange, found));
        return "analysis/compare";
    }

    private void show(Exchange exchange, Question question) {
        Answer<Comparison> comparison =
                exchange.about(counting.ask(api -> api.compare(question.parameters())));
        exchange.add("form", question.form(comparison))
                .add("comparison", comparison.map(said -> ComparisonView.of(said, words)));
        lookup.addNames(
                exchange, Arrays.asList(question.get("territory"), question.get("partner")));
    }

    @GetMapping(ENTRIES)
    String entries(Exchange exchange) {
        Question question = Question.of(LIST_NAMES, exchange.parameters());
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", PAGE);
        Answer<Comparison.Entries> entries =
                exchange.about(counting.ask(api -> api.entries(asked)));
        String cursor = entries.content().map(Comparison.Entries::nextCursor).orElse(null);
        Question figure = question.without("upTo", "change", "by", "value", "cursor");
        exchange.add("question", question)
                .add("entries", entries)
                .add("next", cursor == null ? null : question.with("cursor", cursor).link(ENTRIES))
                .add("back", figure.link(PATH));
        boolean named =
                Stream.of("region", "departement", "academie", "epci", "partner")
                        .anyMatch(each -> question.has("by", each));
        var ids = new ArrayList<@Nullable String>();
        ids.add(question.get("territory"));
        ids.add(question.get("partner"));
        ids.add(named ? question.get("value") : null);
        for (var each : entries.content().map(Comparison.Entries::items).orElse(List.of())) {
            ids.add(each.territory());
            ids.add(each.partner());
            ids.add(each.endorsedBy());
        }
        lookup.addNames(exchange, ids);
        return "analysis/entries";
    }

    private Pending<Listing<Card>> workingDays() {
        var asked = Questions.of("kind", "WORKING_DAY", "limit", DAYS);
        return feed.start(api -> api.cards(asked));
    }

    /** Those that have been, the latest first; none if the feed is unreachable. */
    private List<Choice> choices(Answer<Listing<Card>> workingDays) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        return workingDays.content().map(Listing::items).orElse(List.of()).stream()
                .filter(card -> !card.status().equals("CANCELLED"))
                .flatMap(card -> held(card, today).stream())
                .sorted(Comparator.comparing(Choice::value).reversed())
                .toList();
    }

    private Optional<Choice> held(Card card, LocalDate today) {
        String title = Objects.requireNonNullElse(card.title(), card.id());
        return Optional.ofNullable(card.glance())
                .map(Card.Glance::heldOn)
                .filter(day -> !day.isAfter(today))
                .map(day -> new Choice(day.toString(), words.day(day) + " – " + title));
    }
}
