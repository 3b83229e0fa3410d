package relais.portal.contributions;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.Contribution;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Written;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** Finds experiences in the feed and pins them to a text, each at a version. */
@Controller
record EvidenceForms(Remote<FeedApi> feed, ContributionPages pages, Words words)
        implements FormActions {

    private static final String SEARCH = ContributionPages.ONE + "/evidence";
    private static final int LONGEST = 200;

    @GetMapping(SEARCH)
    String search(@RequestParam(defaultValue = "") String q, Exchange exchange) {
        String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        String cursor = exchange.request().getParameter("cursor");
        var filter = Questions.of("kind", "EXPERIENCE", "status", "PUBLISHED", "limit", 10);
        filter.addAll(Questions.of("q", asked.isEmpty() ? null : asked, "cursor", cursor));
        Pending<Listing<Card>> found = feed.start(api -> api.cards(filter));
        pages.show(exchange);
        exchange.add("q", asked)
                .add("section", exchange.request().getParameter("section"))
                .add("found", found.answer());
        return "contributions/search";
    }

    @Override
    public List<FormAction<?>> actions() {
        return List.of(
                new FormAction<>(
                                SEARCH + "/{experience}",
                                "contributions/evidence",
                                new ContributionPages.Subject<>(
                                        pages, this::show, EvidenceForms::refused))
                        .sends(EvidenceForms::change)
                        .begins(EvidenceForms::begin)
                        .then(
                                (exchange, typed, _) ->
                                        exchange.done(
                                                removes(typed) ? "removed" : "cited",
                                                ContributionPages.ONE + "#text")));
    }

    /** A contribution, an experience, and how the one cites the other; each may be away. */
    private record EvidencePage(
            Optional<Contribution> contribution,
            Optional<Card> card,
            Optional<Contribution.Evidence> cited) {}

    private static Form refused(
            Exchange exchange, Typed typed, Answer<Written> answer, Optional<EvidencePage> now) {
        return ContributionPages.refused(
                exchange, typed, answer, now.flatMap(EvidencePage::contribution));
    }

    private static boolean removes(Typed typed) {
        return typed.text("do").equals("remove");
    }

    private static Typed begin(Exchange exchange, EvidencePage shown) {
        Typed typed = ContributionPages.seen(Typed.nothing(), shown.contribution());
        typed =
                shown.cited().isPresent()
                        ? typed.with(shown.cited().get(), "section", "note")
                        : typed.with("section", exchange.request().getParameter("section"));
        return shown.card().isPresent() ? typed.with(shown.card().get(), "version") : typed;
    }

    /** The experience, its versions to choose from, and what changed since it was cited. */
    private Optional<EvidencePage> show(Exchange exchange) {
        Optional<Contribution> contribution = pages.show(exchange);
        String id = exchange.variable("experience");
        Pending<Card> asked = feed.start(api -> api.card(id, Questions.of()));
        Pending<Listing<Card>> versions =
                feed.start(api -> api.versions(id, Questions.of("limit", 50)));
        Answer<Card> card = asked.answer();
        Optional<Contribution.Evidence> cited = contribution.flatMap(found -> found.evidence(id));
        if (card.isRefused() && card.refusal().isNotFound() && cited.isEmpty()) {
            throw new NotFound();
        }
        exchange.add("experience", id)
                .add("card", card)
                .add("cited", cited.orElse(null))
                .add("versions", versions.answer().map(this::choices).content().orElse(List.of()));
        if (card.isOk() && cited.isPresent()) {
            long from = cited.get().version();
            long to = card.value().version();
            if (to > from) {
                exchange.add("diff", feed.ask(api -> api.diff(id, from, to)));
            }
        }
        return Optional.of(new EvidencePage(contribution, card.content(), cited));
    }

    /** What was published can be cited. */
    private List<Choice> choices(Listing<Card> versions) {
        String word = words.code("contributions.evidence", "version");
        return versions.items().stream()
                .filter(card -> card.status().equals("PUBLISHED"))
                .map(card -> choice(word, card))
                .toList();
    }

    private static Change change(Exchange exchange, Typed typed) {
        String evidence = "/contributions/{id}/evidence";
        String reason = typed.value("reason");
        if (removes(typed)) {
            return reason == null
                    ? Change.delete(evidence + "/{experience}")
                    : Change.delete(evidence + "/{experience}?reason={reason}")
                            .with("reason", reason);
        }
        String version = typed.text("version");
        var citation = typed.body("section", "note");
        citation.put("experience", exchange.variable("experience"));
        citation.put("version", version.matches("[0-9]{1,9}") ? Long.valueOf(version) : null);
        return Change.post(evidence, citation);
    }

    private Choice choice(String word, Card card) {
        String day = words.dayOf(card.validFrom());
        return new Choice(
                String.valueOf(card.version()), "%s %d, %s".formatted(word, card.version(), day));
    }
}
