package relais.portal.library;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.account.Person;
import relais.portal.api.Card;
import relais.portal.api.Entry;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.map.Drawing;
import relais.portal.map.FranceMap;
import relais.portal.page.DeskSummary;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/**
 * The first page: what this is, what there is of it, and ways in. Whoever is signed in finds first
 * what waits for them. Each part may be missing by itself.
 */
@Controller
record FrontController(Remote<FeedApi> feed, FranceMap map, DeskSummary desk, Clock clock) {

    private static final String NEWEST = "6";
    private static final String HIGHLIGHTS = "10";

    /** So many cards that were highlighted are looked at for one that still is. */
    private static final int LOOKED_AT = 3;

    /** What the feed was asked when it stood at this address. */
    private static final List<String> OF_THE_FEED =
            List.of(
                    "territory level axis kind status partner tag q order from to asOf cursor sort"
                            .split(" "));

    /**
     * What the front page counts.
     *
     * @param places départements in which there is an experience
     */
    public record Figures(long experiences, long partners, long places) {

        static Figures of(Facets experiences, Facets kinds) {
            return new Figures(
                    experiences.total(),
                    kinds.kind().stream()
                            .filter(each -> each.value().equals("PARTNER"))
                            .mapToLong(Facets.Count::count)
                            .sum(),
                    experiences.departement().stream().filter(each -> each.count() > 0).count());
        }
    }

    @GetMapping("/")
    Object front(Exchange exchange) {
        if (OF_THE_FEED.stream().anyMatch(exchange.request().getParameterMap()::containsKey)) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .header(HttpHeaders.LOCATION, moved(exchange))
                    .build();
        }
        Person person = exchange.person();
        Runnable waiting = person == null ? () -> {} : desk.begin(exchange, person);
        Pending<Facets> experiences = feed.start(api -> api.facets(Questions.of()));
        Pending<Facets> kinds = feed.start(api -> api.facets(Questions.of("kind", "ALL")));
        var newest = Questions.of("kind", "EXPERIENCE", "status", "PUBLISHED", "limit", NEWEST);
        Pending<Listing<Card>> latest = feed.start(api -> api.cards(newest));
        var asked = Questions.of("type", "ExperienceHighlighted", "status", "PUBLISHED");
        asked.add("limit", HIGHLIGHTS);
        Pending<Listing<Entry>> highlights = feed.start(api -> api.feed(asked));
        Optional<Card> highlighted = highlighted(highlights.answer());
        Answer<Facets> counted = experiences.answer();
        Answer<Facets> ofKinds = kinds.answer();
        exchange.add(
                        "figures",
                        counted.map(each -> Figures.of(each, ofKinds.content().orElse(each))))
                .add("partnersKnown", ofKinds.isOk())
                .add("map", counted.map(this::draw))
                .add("thisMonth", counted.content().map(this::thisMonth).orElse(0L))
                .add("first", counted.content().map(FrontController::firstYear).orElse(null))
                .add("today", today())
                .add("latest", latest.answer())
                .add("highlighted", highlighted.orElse(null))
                .add("counted", "experiences");
        waiting.run();
        return "library/front";
    }

    private static String moved(Exchange exchange) {
        return URI.create("/actualite?" + exchange.request().getQueryString()).toASCIIString();
    }

    /** The newest that the committee still highlights. */
    private Optional<Card> highlighted(Answer<Listing<Entry>> highlights) {
        Map<String, Pending<Card>> asked = new LinkedHashMap<>();
        for (Entry entry : highlights.content().map(Listing::items).orElse(List.of())) {
            if (asked.size() < LOOKED_AT && !entry.textHidden()) {
                String id = entry.card().id();
                asked.computeIfAbsent(id, _ -> feed.start(api -> api.card(id, Questions.of())));
            }
        }
        return asked.values().stream()
                .map(each -> each.answer().content())
                .flatMap(Optional::stream)
                .filter(card -> card.highlight() != null && !card.textHidden())
                .filter(card -> card.title() != null)
                .findFirst();
    }

    private Drawing draw(Facets facets) {
        return map.draw(
                facets.departements(),
                null,
                territory -> "/experiences?territory=" + territory,
                FranceMap.FigureOrder.of(null));
    }

    private long thisMonth(Facets facets) {
        String month = YearMonth.from(today()).toString();
        return facets.month().stream()
                .filter(each -> each.value().equals(month))
                .mapToLong(Facets.Count::count)
                .sum();
    }

    /** Null if there is nothing yet. */
    private static @Nullable String firstYear(Facets facets) {
        return facets.month().isEmpty() ? null : facets.month().getFirst().value().substring(0, 4);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.PARIS);
    }
}
