package relais.portal.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.portal.api.Card;
import relais.portal.call.Change;
import relais.portal.call.Service;
import relais.portal.form.Done;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.Words;

/**
 * What reviewers decide on an experience: each with a form. The card shown is always the current
 * one, and the next decision is about that: a reviewer who was overtaken reads, and sends again.
 */
@Component
record ReviewForms(ReviewedCards cards, Words words, Clock clock) implements FormActions {

    private static final String EXPERIENCE = "/desk/review/{id}";

    @Override
    public List<FormAction<?>> actions() {
        var seen =
                new FormAction.Versioned<>(
                        Service.EXPERIENCES,
                        this::see,
                        shown -> shown.isComplete() ? shown.version() : 0);
        return List.of(
                new FormAction<>(EXPERIENCE, "review/card", seen)
                        .posts("/experiences/{id}/publication", "comment")
                        .shows((exchange, shown, _) -> addChanges(exchange, shown))
                        .then(done("review.done.published")),
                new FormAction<>(EXPERIENCE + "/return", "review/return", seen)
                        .sends(
                                (_, typed) -> {
                                    var body = typed.body("reason");
                                    body.put("comments", FieldComments.of(typed));
                                    return Change.post("/experiences/{id}/return", body);
                                })
                        .mends(FieldComments::besideTheirFields)
                        .shows((exchange, shown, _) -> addFields(exchange, shown))
                        .then(done("review.done.returned")),
                new FormAction<>(EXPERIENCE + "/highlight", "review/highlight", seen)
                        .sends(
                                (_, typed) ->
                                        ends(typed)
                                                ? Change.delete("/experiences/{id}/highlight")
                                                : Change.post(
                                                        "/experiences/{id}/highlight",
                                                        typed.body("headline", "until")))
                        .shows((exchange, shown, _) -> addHighlight(exchange, shown))
                        .then(
                                (exchange, typed, written) ->
                                        done(ends(typed)
                                                        ? "review.done.highlight-ended"
                                                        : "review.done.highlighted")
                                                .next(exchange, typed, written)),
                new FormAction<>(EXPERIENCE + "/moderation", "review/moderation", seen)
                        .posts("/experiences/{id}/moderation", "reason")
                        .then(done("review.done.moderated")));
    }

    private static boolean ends(Typed typed) {
        return typed.has("decision", "end");
    }

    private Optional<ReviewedCards.ReviewedCard> see(Exchange exchange) {
        ReviewedCards.ReviewedCard seen = cards.see(exchange.variable("id"));
        exchange.existing("card", seen.card());
        exchange.existing("experience", seen.experience());
        return Optional.of(seen);
    }

    private void addChanges(Exchange exchange, Optional<ReviewedCards.ReviewedCard> shown) {
        shown.filter(
                        seen ->
                                seen.card()
                                        .map(card -> card.status().equals("SUBMITTED"))
                                        .content()
                                        .orElse(false))
                .ifPresent(seen -> exchange.add("since", cards.since(seen)));
    }

    /** Without the card every field can still be commented on, from what was read before. */
    private void addFields(Exchange exchange, Optional<ReviewedCards.ReviewedCard> shown) {
        Optional<Card> card = shown.flatMap(seen -> seen.card().content());
        exchange.add(
                "fields",
                card.map(found -> FieldShown.of(found, words)).orElseGet(FieldShown::all));
        shown.filter(_ -> card.isPresent())
                .ifPresent(seen -> exchange.add("since", cards.since(seen)));
    }

    /** What is in force now, if anything. */
    private void addHighlight(Exchange exchange, Optional<ReviewedCards.ReviewedCard> shown) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        shown.flatMap(seen -> seen.card().content())
                .map(Card::highlight)
                .filter(known -> known.until() == null || !known.until().isBefore(today))
                .ifPresent(known -> exchange.add("current", known));
    }

    /**
     * Back to the queue, with a word about what was done. What was returned has a card for the
     * committee alone, so that its reviewers read it at the desk.
     */
    private static FormAction.After done(String key) {
        return (exchange, typed, written) -> {
            String title = typed.text("title").isBlank() ? written.id() : typed.text("title");
            String link =
                    "RETURNED".equals(written.status())
                            ? "/desk/review/" + written.id()
                            : "/cards/" + written.id() + "?atLeast=" + written.version();
            return exchange.done(new Done(key, title, link), "/desk/review");
        };
    }
}
