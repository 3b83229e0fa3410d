package relais.portal.experiences;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/** All that one's partner has under way, by what there is to do about it. */
@Controller
@RequestMapping(Writing.DESK)
record OverviewController(Drafts drafts, OwnExperiences own, Remote<FeedApi> feed, Clock clock) {

    private static final List<String> STATES =
            List.of("RETURNED", "TAKEN_BACK", "SUBMITTED", "PUBLISHED", "WITHDRAWN", "MODERATED");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SOME = 10;
    private static final int PAGE = 25;

    /** Some of a state's experiences, and how many there are in all, or at least. */
    record Some(List<WrittenExperience> shown, int all, boolean atLeast) {

        static Some of(List<WrittenExperience> all, int from, int most) {
            int begin = Math.min(Math.max(from, 0), all.size());
            return new Some(
                    all.subList(begin, Math.min(begin + most, all.size())),
                    all.size(),
                    all.size() >= OwnExperiences.MOST);
        }
    }

    @GetMapping
    String overview(Exchange exchange) {
        String partner = exchange.member();
        var asked = new LinkedHashMap<String, Pending<List<WrittenExperience>>>();
        STATES.forEach(state -> asked.put(state, own.in(state)));
        Pending<Listing<Card>> adopted = adoptedBy(partner);
        exchange.add("drafts", drafts.all());
        Map<String, Answer<Some>> states = new LinkedHashMap<>();
        asked.forEach(
                (state, answer) ->
                        states.put(state, answer.answer().map(all -> Some.of(all, 0, SOME))));
        exchange.add("states", states)
                .add("adopted", adopted.answer().map(found -> looked(found, partner)))
                .add("me", partner)
                .add("aYearAgo", aYearAgo());
        return "experiences/overview";
    }

    /** The whole of one state, page by page. */
    @GetMapping("/by-state/{state}")
    String state(
            @PathVariable String state,
            @RequestParam(defaultValue = "1") int page,
            Exchange exchange) {
        exchange.member();
        if (!STATES.contains(state)) {
            throw new NotFound();
        }
        Answer<List<WrittenExperience>> answer = own.in(state).answer();
        if (!answer.isOk()) {
            return FormPage.missing(exchange, answer);
        }
        int number = Math.max(1, Math.min(page, OwnExperiences.MOST));
        Some some = Some.of(answer.value(), (number - 1) * PAGE, PAGE);
        exchange.add("state", state)
                .add("some", some)
                .add("page", number)
                .add("pages", Math.max(1, (some.all() + PAGE - 1) / PAGE))
                .add("aYearAgo", aYearAgo());
        return "experiences/state";
    }

    /** What was not heard of since should be confirmed. */
    private Instant aYearAgo() {
        return clock.instant().minus(YEAR);
    }

    /**
     * Cards in lists do not say whether an adoption has ended: each is looked into, all at once.
     */
    private List<Adopted> looked(Listing<Card> found, String partner) {
        var asked = new LinkedHashMap<Card, Pending<WrittenExperience>>();
        found.items().forEach(card -> asked.put(card, own.begin(card.id())));
        return asked.entrySet().stream()
                .map(each -> Adopted.of(each.getKey(), each.getValue().answer(), partner))
                .toList();
    }

    private Pending<Listing<Card>> adoptedBy(String partner) {
        var question =
                Questions.of(
                        "adoptedBy",
                        partner,
                        "kind",
                        "EXPERIENCE",
                        "limit",
                        Objects.toString(PAGE));
        return feed.start(api -> api.cards(question));
    }
}
