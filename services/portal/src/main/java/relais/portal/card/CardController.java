package relais.portal.card;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.Diff;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.KeptForms;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** A card of any kind, now or as it was; its versions, and what changed between two of them. */
@Controller
record CardController(FeedApi feed, Calls calls, Threads threads, Words words, KeptForms forms, Contacts contacts) {

    private static final String AS_OF = "asOf";
    private static final String MANY = "100";
    private static final String SOME = "10";

    /**
     * The permanent address of a card.
     *
     * @param asOf a day or an instant of the past
     * @param atLeast the version that the reader has just written: the feed waits for it
     */
    @GetMapping("/cards/{id}")
    String card(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String atLeast,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("form", forms.begin(request, MessageForm.empty()));
        return page(id, asOf, atLeast, model, response);
    }

    /** Also for a message that was not accepted: the card, its versions and its thread. */
    String page(
            String id,
            @Nullable String asOf,
            @Nullable String atLeast,
            Model model,
            HttpServletResponse response) {
        var when = new LinkedMultiValueMap<String, String>();
        if (asOf != null && !asOf.isBlank()) {
            when.add(AS_OF, asOf);
        } else if (atLeast != null) {
            when.add("atLeast", atLeast);
        }
        Pending<Card> card = calls.start(Service.FEED, () -> feed.card(id, when));
        Pending<Listing<Card>> versions = versions(id, asOf);
        Threads.Asked thread = asOf == null ? threads.ask(id) : null;
        Contacts.Asked contact = asOf == null ? contacts.ask(id) : Contacts.NOT_ASKED;
        show(card.answer(), asOf, model, response);
        model.addAttribute("versions", versions.answer());
        model.addAttribute("contact", contact.answer());
        if (thread != null) {
            model.addAttribute("thread", thread.answer());
        }
        return "card/card";
    }

    /** The permanent address of a version: the card as it was when that version came to be. */
    @GetMapping("/cards/{id}/versions/{version}")
    String version(@PathVariable String id, @PathVariable long version, Model model) {
        return switch (calls.ask(Service.FEED, () -> find(id, version))) {
            case Answer.Ok<Card>(Card found) -> "redirect:/cards/{id}?asOf=" + found.validFrom();
            case Answer.Refused<Card> _ -> throw new NotFound();
            case Answer.Unavailable<Card> gone -> {
                model.addAttribute("card", gone);
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
            Model model,
            HttpServletResponse response) {
        var when = new LinkedMultiValueMap<String, String>();
        if (asOf != null && !asOf.isBlank()) {
            when.add(AS_OF, asOf);
        }
        Pending<Card> card = calls.start(Service.FEED, () -> feed.card(id, when));
        Pending<Diff> diff = calls.start(Service.FEED, () -> feed.diff(id, from, to));
        Answer<Card> shown = card.answer();
        show(shown, asOf, model, response);
        model.addAttribute("glossary", Glossary.of(shown.content().orElse(null), words));
        Answer<Diff> changes = diff.answer();
        if (changes.isRefused() && changes.refusal().isNotFound()) {
            throw new NotFound();
        }
        model.addAttribute("versions", versions(id, asOf).answer());
        model.addAttribute("diff", changes);
        return "card/changes";
    }

    private void show(
            Answer<Card> card, @Nullable String asOf, Model model, HttpServletResponse response) {
        switch (card) {
            case Answer.Ok<Card>(Card found) -> addRelated(found, asOf, model);
            case Answer.Refused<Card> refused -> {
                if (refused.refusal().isNotFound()) {
                    throw new NotFound();
                }
                response.setStatus(refused.refusal().status());
            }
            case Answer.Unavailable<Card> _ -> response.setStatus(503);
        }
        model.addAttribute("card", card);
        model.addAttribute(AS_OF, asOf);
    }

    /** What a partner posted and took over from others. */
    private void addRelated(Card card, @Nullable String asOf, Model model) {
        if (card.kind().equals("PARTNER")) {
            Pending<Listing<Card>> posted = related("partner", card.id(), asOf);
            Pending<Listing<Card>> adopted = related("adoptedBy", card.id(), asOf);
            model.addAttribute("posted", posted.answer());
            model.addAttribute("adopted", adopted.answer());
        }
    }

    private Pending<Listing<Card>> related(String how, String partner, @Nullable String asOf) {
        var filter = new LinkedMultiValueMap<String, String>();
        filter.add(how, partner);
        filter.add("kind", "EXPERIENCE");
        filter.add("limit", SOME);
        if (asOf != null) {
            filter.add(AS_OF, asOf);
        }
        return calls.start(Service.FEED, () -> feed.cards(filter));
    }

    private Pending<Listing<Card>> versions(String id, @Nullable String asOf) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("limit", MANY);
        if (asOf != null && !asOf.isBlank()) {
            parameters.add(AS_OF, asOf);
        }
        return calls.start(Service.FEED, () -> feed.versions(id, parameters));
    }

    /** The first hundred pages of versions are looked through: a card with more has none such. */
    private Card find(String id, long version) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("limit", MANY);
        for (int page = 0; page < 100; page++) {
            Listing<Card> versions = feed.versions(id, parameters);
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
