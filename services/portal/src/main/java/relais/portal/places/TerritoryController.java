package relais.portal.places;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Neighbourhood;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.api.TerritoryDetails;
import relais.portal.api.TerritoryEntry;
import relais.portal.api.TerritoryExchanges;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.map.Drawing;
import relais.portal.map.FranceMap;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.LinkedData;
import relais.portal.page.PublicAddress;
import relais.portal.page.Question;
import relais.portal.page.Shared;
import relais.portal.page.Words;

/** A territory: what it is in, who acts in it, what was done in it, now or as of a day. */
@Controller
record TerritoryController(
        Remote<PartnersApi> partners,
        Remote<FeedApi> feed,
        FranceMap map,
        Words words,
        LinkedData data,
        PublicAddress address,
        Clock clock) {

    private static final String AS_OF = "asOf";
    private static final String FEW = "8";
    private static final String SOME = "10";
    private static final String MANY = "100";
    private static final Pattern CODE = Pattern.compile("[a-z]+:[0-9A-Za-z]{1,9}");

    @GetMapping("/territoires/{id}")
    String territory(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            Exchange exchange) {
        if (!CODE.matcher(id).matches()) {
            return unknown(exchange);
        }
        String date = asOf == null || asOf.isBlank() ? null : asOf.strip();
        var when = Questions.of(AS_OF, date);
        Pending<TerritoryDetails> details = partners.start(api -> api.territory(id, when));
        Parts parts = begin(id, date);
        Answer<TerritoryDetails> answer = details.answer();
        exchange.add(AS_OF, date).add("id", id).add("territory", answer);
        if (answer.isRefused() && answer.refusal().isNotFound()) {
            return unknown(exchange);
        }
        if (!answer.isOk()) {
            exchange.about(answer);
            return "places/territory";
        }
        TerritoryDetails territory = answer.value();
        describe(exchange, territory);
        if (!territory.valid()) {
            LocalDate day = day(date);
            boolean toCome = territory.isToCome(day);
            exchange.add("toCome", toCome)
                    .add("day", day)
                    .add("others", toCome ? territory.predecessors() : territory.successors())
                    .add(
                            "lastDay",
                            territory.validUntil() == null
                                    ? null
                                    : territory.validUntil().minusDays(1));
            return "places/former";
        }
        show(exchange, territory, parts, date);
        return "places/territory";
    }

    /** What a page of a territory is made of, asked side by side. */
    private record Parts(
            Pending<Neighbourhood> neighbours,
            Pending<Listing<Card>> partners,
            Pending<Listing<Card>> experiences,
            Pending<Facets> own,
            Pending<Facets> whole,
            Pending<TerritoryExchanges> exchanges) {}

    private Parts begin(String id, @Nullable String date) {
        var few = Questions.of(AS_OF, date, "limit", FEW);
        var some = Questions.of(AS_OF, date, "limit", SOME);
        var here =
                Questions.of(
                        "territory",
                        id,
                        "kind",
                        "PARTNER",
                        "status",
                        "ACTIVE",
                        "limit",
                        MANY,
                        AS_OF,
                        date);
        MultiValueMap<String, String> done =
                Questions.of(
                        "territory",
                        id,
                        "kind",
                        "EXPERIENCE",
                        "status",
                        "PUBLISHED",
                        "limit",
                        SOME,
                        AS_OF,
                        date);
        var counted = Questions.of("territory", id, AS_OF, date);
        var everywhere = Questions.of(AS_OF, date);
        return new Parts(
                partners.start(api -> api.neighbours(id, few)),
                feed.start(api -> api.cards(here)),
                feed.start(api -> api.cards(done)),
                feed.start(api -> api.facets(counted)),
                feed.start(api -> api.facets(everywhere)),
                feed.start(api -> api.exchanges(id, some)));
    }

    private void show(
            Exchange exchange, TerritoryDetails territory, Parts parts, @Nullable String date) {
        Answer<Neighbourhood> neighbours = parts.neighbours().answer();
        Answer<Facets> own = parts.own().answer();
        Answer<Facets> whole = parts.whole().answer();
        exchange.add("neighbours", neighbours)
                .add(
                        "partners",
                        parts.partners()
                                .answer()
                                .map(list -> TerritoryPartners.of(territory.id(), list)))
                .add("experiences", parts.experiences().answer())
                .add("table", table(territory.id(), date))
                .add("exchanges", parts.exchanges().answer())
                .add("total", own.map(Facets::total))
                .add(
                        "years",
                        whole.isOk()
                                ? own.map(
                                        facets -> YearFigures.of(facets, whole.value(), day(date)))
                                : whole.map(_ -> new YearFigures(List.of(), 0)))
                .add("map", own.map(facets -> draw(facets, territory, neighbours, date)))
                .add("counted", "experiences")
                .add("mapHelp", "places.map.help");
    }

    private static String table(String id, @Nullable String date) {
        return Question.of(List.of("territory", AS_OF), Questions.of("territory", id, AS_OF, date))
                .link("/experiences.csv");
    }

    /** The country, with what was done in this territory, whose départements are marked. */
    private Drawing draw(
            Facets facets,
            TerritoryDetails territory,
            Answer<Neighbourhood> neighbours,
            @Nullable String date) {
        Set<String> chosen =
                neighbours
                        .content()
                        .map(
                                around ->
                                        around.departements().stream()
                                                .map(TerritoryEntry::id)
                                                .collect(Collectors.toSet()))
                        .orElse(Set.of(territory.id()));
        String query = date == null ? "" : "?asOf=" + date;
        return map.drawSeveral(
                facets.departements(),
                chosen,
                departement -> "/territoires/" + departement + query,
                FranceMap.FigureOrder.of(null));
    }

    private void describe(Exchange exchange, TerritoryDetails territory) {
        List<Crumb> trail = new ArrayList<>();
        trail.add(Crumb.to(words.message("places.title"), "/territoires"));
        for (TerritoryEntry above : above(territory)) {
            trail.add(Crumb.named(above.name(), "/territoires/" + above.id()));
        }
        trail.add(Crumb.here(territory.called(), true));
        String path = "/territoires/" + territory.id();
        String description =
                words.message(
                        "places.shared",
                        territory.called(),
                        words.code("scheme", territory.scheme()));
        var said = new LinkedHashMap<String, Object>();
        said.put("name", territory.called());
        said.put("url", address.of(path));
        smallestAbove(territory)
                .ifPresent(
                        above ->
                                said.put(
                                        "containedInPlace",
                                        Map.of(
                                                "@type",
                                                "AdministrativeArea",
                                                "name",
                                                above.name(),
                                                "url",
                                                address.of("/territoires/" + above.id()))));
        exchange.add(Crumb.TRAIL, List.copyOf(trail))
                .add(
                        Shared.ATTRIBUTE,
                        new Shared(
                                territory.called() + " · Relais",
                                description,
                                path,
                                "website",
                                null,
                                false,
                                data.of("AdministrativeArea", said)));
    }

    /** One of each of the levels that people know, the widest first; the country goes unsaid. */
    private static List<TerritoryEntry> above(TerritoryDetails territory) {
        var levels = new LinkedHashMap<String, TerritoryEntry>();
        for (String scheme : List.of("region", "departement", "epci")) {
            List<TerritoryEntry> found =
                    territory.ancestors().stream()
                            .filter(each -> each.scheme().equals(scheme))
                            .toList();
            if (found.size() == 1) {
                levels.put(scheme, found.getFirst());
            }
        }
        return List.copyOf(levels.values());
    }

    private static Optional<TerritoryEntry> smallestAbove(TerritoryDetails territory) {
        return territory.ancestors().stream().findFirst();
    }

    private static String unknown(Exchange exchange) {
        exchange.response().setStatus(404);
        exchange.add("place", "");
        return "places/unknown";
    }

    /** The day of Paris that is read; today if the date says nothing readable. */
    private LocalDate day(@Nullable String date) {
        try {
            if (date != null) {
                return date.indexOf('T') < 0
                        ? LocalDate.parse(date)
                        : LocalDate.ofInstant(Instant.parse(date), Words.PARIS);
            }
        } catch (DateTimeException unreadable) {
            // The services say what is wrong with it.
            return LocalDate.ofInstant(clock.instant(), Words.PARIS);
        }
        return LocalDate.ofInstant(clock.instant(), Words.PARIS);
    }
}
