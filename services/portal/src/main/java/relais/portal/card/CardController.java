package relais.portal.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.AdoptionChain;
import relais.portal.api.Card;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Diff;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Message;
import relais.portal.api.Questions;
import relais.portal.api.SimilarExperiences;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** A card of any kind, now or as it was; its versions, and what changed between two of them. */
@Controller
record CardController(
        Remote<FeedApi> feed,
        Remote<ContributionsApi> contributions,
        Naming naming,
        Words words,
        KeptForms forms,
        Contacts contacts,
        SharedCards sharing) {

    private static final String AS_OF = "asOf";
    private static final String MANY = "100";
    private static final String SOME = "10";

    /** A card, {@code asOf} a past day or instant, or {@code atLeast} what was just written. */
    @GetMapping("/cards/{id}")
    String card(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String atLeast,
            Exchange exchange) {
        exchange.add("form", forms.begin(exchange.request(), Hidden.creating(Typed.nothing())));
        return page(exchange, asOf, atLeast);
    }

    /** Also for a message that was not accepted: the card, its versions and its thread. */
    String page(Exchange exchange, @Nullable String asOf, @Nullable String atLeast) {
        String id = exchange.variable("id");
        String date = past(asOf);
        var when = Questions.of(AS_OF, date, "atLeast", date == null ? atLeast : null);
        Pending<Card> card = feed.start(api -> api.card(id, when));
        Pending<Listing<Card>> versions = versions(id, asOf);
        var question = Questions.of("subject", id, "limit", MANY);
        Pending<Listing<Message>> thread =
                asOf == null ? contributions.start(api -> api.messages(question)) : null;
        Pending<AdoptionChain> chain =
                id.startsWith("x-")
                        ? feed.start(api -> api.lineage(id, Questions.of(AS_OF, date)))
                        : null;
        Contacts.Asked contact = asOf == null ? contacts.ask(id) : Contacts.NOT_ASKED;
        Answer<Card> found = card.answer();
        show(exchange, found, asOf);
        exchange.add("similar", similar(found, date));
        exchange.add("versions", versions.answer()).add("contact", contact.answer());
        Answer<AdoptionChain> lineage = chain == null ? null : chain.answer();
        if (lineage != null) {
            exchange.add("chain", lineage.map(LineageDrawing::of));
        }
        found.content()
                .ifPresent(
                        it ->
                                sharing.add(
                                        exchange,
                                        it,
                                        lineage == null ? null : lineage.content().orElse(null)));
        if (thread != null) {
            Answer<List<Message>> said = thread.answer().map(Listing::items);
            List<Message> known = said.content().orElse(List.of());
            exchange.add("thread", said)
                    .add("speakers", naming.of(known.stream().map(Message::partner).toList()));
        }
        return "card/card";
    }

    /** The permanent address of a version: the card as it was when that version came to be. */
    @GetMapping("/cards/{id}/versions/{version}")
    String version(@PathVariable String id, @PathVariable long version, Exchange exchange) {
        return switch (feed.ask(api -> find(api, id, version))) {
            case Answer.Ok<Card>(Card found) -> "redirect:/cards/{id}?asOf=" + found.validFrom();
            case Answer.Refused<Card> _ -> throw new NotFound();
            case Answer.Unavailable<Card> gone -> {
                exchange.add("card", gone);
                yield "card/card";
            }
        };
    }

    @GetMapping("/cards/{id}/changes")
    String changes(
            @PathVariable String id,
            @RequestParam long from,
            @RequestParam long to,
            @RequestParam(required = false) @Nullable String asOf,
            Exchange exchange) {
        var when = Questions.of(AS_OF, past(asOf));
        Pending<Card> card = feed.start(api -> api.card(id, when));
        Pending<Diff> diff = feed.start(api -> api.diff(id, from, to));
        Answer<Card> shown = card.answer();
        show(exchange, shown, asOf);
        Answer<Diff> changes = diff.answer();
        if (changes.isRefused() && changes.refusal().isNotFound()) {
            throw new NotFound();
        }
        shown.content()
                .ifPresent(
                        it ->
                                exchange.add(
                                        Crumb.TRAIL,
                                        Crumb.and(
                                                Crumb.and(
                                                        sharing.way(it),
                                                        Crumb.named(
                                                                sharing.title(it), "/cards/" + id)),
                                                Crumb.here(
                                                        words.message("versions.changes"),
                                                        false))));
        exchange.add("glossary", Glossary.of(shown.content().orElse(null), words))
                .add("versions", versions(id, asOf).answer())
                .add("diff", changes);
        return "card/changes";
    }

    private static @Nullable String past(@Nullable String asOf) {
        return asOf == null || asOf.isBlank() ? null : asOf;
    }

    /** What a partner posted and took over from others is shown with it. */
    private void show(Exchange exchange, Answer<Card> card, @Nullable String asOf) {
        exchange.add(AS_OF, asOf)
                .existing("card", card)
                .filter(found -> found.kind().equals("PARTNER"))
                .ifPresent(
                        partner -> {
                            Pending<Listing<Card>> posted = related("partner", partner, asOf);
                            Pending<Listing<Card>> adopted = related("adoptedBy", partner, asOf);
                            exchange.add("posted", posted.answer())
                                    .add("adopted", adopted.answer());
                        });
    }

    private Pending<Listing<Card>> related(String how, Card partner, @Nullable String asOf) {
        var filter =
                Questions.of(how, partner.id(), "kind", "EXPERIENCE", "limit", SOME, AS_OF, asOf);
        return feed.start(api -> api.cards(filter));
    }

    /** None if it is no experience, or the feed does not say: the card is whole without them. */
    private List<SimilarExperiences.Similar> similar(Answer<Card> card, @Nullable String date) {
        var when = Questions.of(AS_OF, date);
        return card.content()
                .filter(found -> found.kind().equals("EXPERIENCE") && !found.textHidden())
                .flatMap(found -> feed.askBeside(api -> api.similar(found.id(), when)).content())
                .map(SimilarExperiences::items)
                .orElse(List.of());
    }

    private Pending<Listing<Card>> versions(String id, @Nullable String asOf) {
        var parameters = Questions.of("limit", MANY, AS_OF, past(asOf));
        return feed.start(api -> api.versions(id, parameters));
    }

    /** The first hundred pages of versions are looked through: a card with more has none such. */
    private static Card find(FeedApi api, String id, long version) {
        var parameters = Questions.of("limit", MANY);
        for (int page = 0; page < 100; page++) {
            Listing<Card> versions = api.versions(id, parameters);
            List<Card> found =
                    versions.items().stream().filter(card -> card.version() == version).toList();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            if (versions.nextCursor() == null) {
                break;
            }
            parameters.set("cursor", versions.nextCursor());
        }
        throw new NotFound();
    }
}
