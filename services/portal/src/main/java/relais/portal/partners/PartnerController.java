package relais.portal.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.LinkedData;
import relais.portal.page.PublicAddress;
import relais.portal.page.Question;
import relais.portal.page.Shared;
import relais.portal.page.Words;

/**
 * A partner: what it is, the functions of its people (never their names), what it did, adopted and
 * signed, what waits for its position and what of its actions is late.
 */
@Controller
record PartnerController(
        Remote<FeedApi> feed,
        Remote<PartnersApi> partners,
        Words words,
        LinkedData data,
        PublicAddress address,
        Clock clock) {

    private static final String AS_OF = "asOf";
    private static final String SOME = "10";
    private static final String MANY = "50";

    @GetMapping("/partenaires/{id}")
    String partner(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            Exchange exchange) {
        String date = asOf == null || asOf.isBlank() ? null : asOf.strip();
        var when = Questions.of(AS_OF, date);
        Pending<Card> card = feed.start(api -> api.card(id, when));
        Pending<PartnerDetails> details = partners.start(api -> api.partner(id));
        Pending<Listing<Card>> posted = cards(date, SOME, "partner", id, "kind", "EXPERIENCE");
        Pending<Listing<Card>> adopted = cards(date, SOME, "adoptedBy", id, "kind", "EXPERIENCE");
        Pending<Listing<Card>> texts = cards(date, SOME, "partner", id, "kind", "CONTRIBUTION");
        Pending<Listing<Card>> actions = cards(date, MANY, "partner", id, "kind", "ACTION");
        Pending<Listing<Card>> open =
                cards(date, SOME, "kind", "CONTRIBUTION", "status", "CONSULTATION");
        Answer<Card> found = card.answer();
        exchange.add(AS_OF, date).add("id", id).existing("card", found);
        if (found.isOk() && !found.value().kind().equals("PARTNER")) {
            return "redirect:/cards/{id}";
        }
        if (found.isOk()) {
            describe(exchange, found.value());
        }
        Answer<List<Card>> all = actions.answer().map(Listing::items);
        exchange.add("functions", details.answer().map(this::functions))
                .add("posted", posted.answer())
                .add(
                        "table",
                        Question.of(
                                        List.of("partner", AS_OF),
                                        Questions.of("partner", id, AS_OF, date))
                                .link("/experiences.csv"))
                .add("adopted", adopted.answer())
                .add("texts", texts.answer())
                .add(
                        "late",
                        all.map(list -> list.stream().filter(PartnerController::late).toList()))
                .add(
                        "underWay",
                        all.map(
                                list ->
                                        list.stream()
                                                .filter(PartnerController::running)
                                                .filter(each -> !late(each))
                                                .toList()))
                .add("consultations", consultations(found, open.answer(), date));
        return "partners/partner";
    }

    /** How many hold a function today, by role: persons are never named. */
    private Map<String, Long> functions(PartnerDetails partner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        return partner.mandates().stream()
                .filter(
                        mandate ->
                                !mandate.from().isAfter(today)
                                        && (mandate.until() == null
                                                || !mandate.until().isBefore(today))
                                        && (mandate.endedOn() == null
                                                || mandate.endedOn().isAfter(today)))
                .collect(
                        Collectors.groupingBy(
                                mandate ->
                                        words.code("role", mandate.role().toLowerCase(Locale.ROOT)),
                                LinkedHashMap::new,
                                Collectors.counting()));
    }

    /** A consultation in which the partner is asked; its position, null while it has taken none. */
    public record Asked(
            String id,
            @Nullable String title,
            @Nullable LocalDate closesOn,
            @Nullable String position) {}

    /** Texts under consultation are few, and only their own cards say who is asked. */
    private Answer<List<Asked>> consultations(
            Answer<Card> partner, Answer<Listing<Card>> open, @Nullable String date) {
        boolean asked =
                partner.content()
                        .map(Card::profile)
                        .map(profile -> Boolean.TRUE.equals(profile.committee()))
                        .orElse(false);
        if (!asked || !open.isOk()) {
            return open.map(_ -> List.of());
        }
        String id = partner.value().id();
        var when = Questions.of(AS_OF, date);
        List<Pending<Card>> texts =
                open.value().items().stream()
                        .map(text -> feed.start(api -> api.card(text.id(), when)))
                        .toList();
        return new Answer.Ok<>(
                texts.stream()
                        .flatMap(text -> text.answer().content().stream())
                        .map(text -> asked(text, id))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Asked asked(Card text, String partner) {
        Card.Contribution contribution = text.contribution();
        Card.Consultation consultation = contribution == null ? null : contribution.consultation();
        if (consultation == null
                || consultation.signatories().stream()
                        .noneMatch(each -> each.id().equals(partner))) {
            return null;
        }
        return new Asked(
                text.id(),
                text.title(),
                LocalDate.ofInstant(consultation.deadline(), Words.PARIS),
                consultation.positions().stream()
                        .filter(each -> each.partner().id().equals(partner))
                        .map(Card.Position::position)
                        .findFirst()
                        .orElse(null));
    }

    private static boolean late(Card action) {
        return action.glance() != null && Boolean.TRUE.equals(action.glance().late());
    }

    private static boolean running(Card action) {
        return action.status().equals("PLANNED") || action.status().equals("UNDER_WAY");
    }

    private Pending<Listing<Card>> cards(@Nullable String date, String limit, Object... filter) {
        var question = Questions.of(filter);
        question.add("limit", limit);
        if (date != null) {
            question.add(AS_OF, date);
        }
        return feed.start(api -> api.cards(question));
    }

    private void describe(Exchange exchange, Card partner) {
        String name = partner.title() == null ? partner.id() : partner.title();
        String path = "/partenaires/" + partner.id();
        String kind =
                partner.profile() == null
                        ? ""
                        : words.code("partner-kind", partner.profile().kind());
        String description =
                words.message("partners.shared", name, kind, partner.territory().name());
        var said = new LinkedHashMap<String, Object>();
        said.put("name", name);
        said.put("url", address.of(path));
        said.put(
                "areaServed",
                Map.of(
                        "@type",
                        "AdministrativeArea",
                        "name",
                        partner.territory().name(),
                        "url",
                        address.of("/territoires/" + partner.territory().id())));
        exchange.add(
                        Crumb.TRAIL,
                        List.of(
                                Crumb.to(words.message("places.title"), "/territoires"),
                                Crumb.named(
                                        partner.territory().name(),
                                        "/territoires/" + partner.territory().id()),
                                Crumb.here(name, true)))
                .add(
                        Shared.ATTRIBUTE,
                        new Shared(
                                name + " · Relais",
                                description,
                                path,
                                "profile",
                                null,
                                false,
                                data.of("Organization", said)));
    }
}
