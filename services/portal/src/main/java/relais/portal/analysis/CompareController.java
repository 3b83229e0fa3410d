package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Questions;
import relais.portal.api.Card;
import relais.portal.api.Comparison;
import relais.portal.api.CountingApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.naming.Naming;
import relais.portal.page.Question;
import relais.portal.page.Words;

/** Two dates compared, with the list behind every figure. */
@Controller
record CompareController(CountingApi counting, FeedApi feed, Calls calls, Lookup lookup, Naming naming, Words words, Clock clock) {

    static final String PATH = "/desk/analysis/compare";

    private static final String ENTRIES = PATH + "/entries";
    private static final List<String> NAMES =
            List.of("from", "to", "territory", "kind", "axis", "level", "partner", "by");
    private static final List<String> LIST_NAMES =
            List.of(
                    "from",
                    "to",
                    "territory",
                    "kind",
                    "axis",
                    "level",
                    "partner",
                    "upTo",
                    "change",
                    "by",
                    "value",
                    "cursor");
    private static final String PAGE = "50";
    private static final String DAYS = "100";

    @GetMapping(PATH)
    String compare(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String fromDay,
            @RequestParam(required = false) @Nullable String toDay,
            Model model,
            HttpServletResponse response) {
        // A working day that is chosen goes before a date that was there already.
        Question asked = days(Question.of(NAMES, parameters), fromDay, toDay);
        Pending<Listing<Card>> workingDays = workingDays();
        Lookup.Found found = lookup.resolve(asked, PATH);
        Question question = found.question();
        model.addAttribute("question", question);
        model.addAttribute("found", found);
        model.addAttribute("workingDays", choices(workingDays.answer()));
        if (!found.isSure() || !question.has("from")) {
            model.addAttribute("form", Pages.form(question));
            return "analysis/compare";
        }
        Answer<Comparison> comparison =
                calls.ask(Service.HISTORY, () -> counting.compare(question.parameters()));
        Pages.status(comparison, response);
        model.addAttribute("form", Pages.form(question, comparison));
        model.addAttribute("comparison", comparison.map(said -> ComparisonView.of(said, words)));
        model.addAttribute("territories", names(Stream.of(question.get("territory"))));
        model.addAttribute("titles", names(Stream.of(question.get("partner"))));
        return "analysis/compare";
    }

    /** The list behind a figure. */
    @GetMapping(ENTRIES)
    String entries(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        Question question = Question.of(LIST_NAMES, parameters);
        MultiValueMap<String, String> asked = question.parameters();
        asked.add("limit", PAGE);
        Answer<Comparison.Entries> entries =
                calls.ask(Service.HISTORY, () -> counting.entries(asked));
        Pages.status(entries, response);
        List<Comparison.Entry> items =
                entries.content().map(Comparison.Entries::items).orElse(List.of());
        model.addAttribute("question", question);
        model.addAttribute("entries", entries);
        model.addAttribute(
                "next",
                entries.content()
                        .map(Comparison.Entries::nextCursor)
                        .map(cursor -> question.with("cursor", cursor).link(ENTRIES))
                        .orElse(null));
        model.addAttribute(
                "back", question.without("upTo", "change", "by", "value", "cursor").link(PATH));
        model.addAttribute(
                "territories",
                names(
                        Stream.concat(
                                items.stream().map(Comparison.Entry::territory),
                                territory(question))));
        model.addAttribute(
                "titles",
                names(
                        Stream.concat(
                                items.stream()
                                        .flatMap(
                                                each ->
                                                        Stream.of(
                                                                each.partner(), each.endorsedBy())),
                                partner(question))));
        return "analysis/entries";
    }

    private static Question days(
            Question question, @Nullable String fromDay, @Nullable String toDay) {
        Question from =
                fromDay == null || fromDay.isBlank() ? question : question.with("from", fromDay);
        return toDay == null || toDay.isBlank() ? from : from.with("to", toDay);
    }

    private static Stream<@Nullable String> territory(Question question) {
        boolean territorial =
                Stream.of("region", "departement", "academie", "epci")
                        .anyMatch(each -> question.has("by", each));
        return Stream.of(question.get("territory"), territorial ? question.get("value") : null);
    }

    private static Stream<@Nullable String> partner(Question question) {
        return Stream.of(
                question.get("partner"),
                question.has("by", "partner") ? question.get("value") : null);
    }

    private Pending<Listing<Card>> workingDays() {
        var asked = Questions.of("kind", "WORKING_DAY", "limit", DAYS);
        return calls.start(Service.FEED, () -> feed.cards(asked));
    }

    /** Those that have been, the latest first; none if the feed is away. */
    private List<Choice> choices(Answer<Listing<Card>> workingDays) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        return workingDays.content().map(Listing::items).orElse(List.of()).stream()
                .filter(card -> !card.status().equals("CANCELLED"))
                .map(Held::of)
                .filter(Objects::nonNull)
                .filter(held -> !held.day().isAfter(today))
                .sorted(Comparator.comparing(Held::day).reversed())
                .map(held -> new Choice(held.day().toString(), held.words(words)))
                .toList();
    }

    private record Held(LocalDate day, String title) {

        static @Nullable Held of(Card card) {
            Card.Glance glance = card.glance();
            LocalDate day = glance == null ? null : glance.heldOn();
            return day == null
                    ? null
                    : new Held(day, Objects.requireNonNullElse(card.title(), card.id()));
        }

        String words(Words words) {
            return words.day(day) + " – " + title;
        }
    }

    private Map<String, String> names(Stream<@Nullable String> ids) {
        return naming.of(ids.toList()).names();
    }
}
