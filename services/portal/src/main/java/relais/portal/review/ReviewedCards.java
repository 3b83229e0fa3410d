package relais.portal.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Card;
import relais.portal.api.Diff;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/**
 * An experience as a reviewer looks at it: the card as everyone will see it, what its partner
 * changed since the committee sent it back, and what it had been asked. The service of experiences
 * says which version is current; the feed is asked for that one, so that nobody decides on what
 * they have not seen. Where the feed shows it to the committee alone, what its own service says is
 * seen instead.
 */
@Component
record ReviewedCards(
        Remote<ExperiencesApi> experiences, Remote<FeedApi> feed, WrittenCards written) {

    private static final String MANY = "100";

    /** What changes whenever a card goes back and forth, and says nothing about its text. */
    private static final Set<String> BOOKKEEPING = Set.of("status", "reason", "comments");

    /**
     * What is there to see.
     *
     * @param experience as its own service has it; its version is the one that decisions are about
     * @param card the same as everyone will see it
     * @param hidden whether the feed does not show it to this reviewer
     * @param since what its own service knows of its last return, where the feed says nothing
     */
    record ReviewedCard(
            Answer<WrittenExperience> experience,
            Answer<Card> card,
            boolean hidden,
            @Nullable Since since) {

        /** Whether a decision can be taken: anybody who cannot see it cannot judge it. */
        boolean isComplete() {
            return experience.isOk() && card.isOk();
        }

        long version() {
            return card.content().map(Card::version).orElse(0L);
        }
    }

    /** The card as it was sent back, with what was asked, and the changes of its text since. */
    public record Since(Card returned, List<Diff.Change> changes) {

        /** What was asked of one field; empty if nothing was. */
        public List<String> asked(String field) {
            Card.Experience experience = returned.experience();
            return experience == null
                    ? List.of()
                    : experience.comments().stream()
                            .filter(comment -> comment.field().equals(field))
                            .map(Card.Comment::comment)
                            .toList();
        }

        public boolean changed(String field) {
            return changes.stream().anyMatch(change -> change.field().equals(field));
        }
    }

    ReviewedCard see(String id) {
        Answer<WrittenExperience> experience = experiences.ask(api -> api.experience(id));
        var when =
                Questions.of(
                        "atLeast",
                        experience.content().map(WrittenExperience::version).orElse(null));
        Answer<Card> card = feed.ask(api -> api.card(id, when));
        boolean underReview =
                experience.content().filter(WrittenExperience::isUnderReview).isPresent();
        boolean hidden = underReview && card.isRefused() && card.refusal().isNotFound();
        if (!hidden) {
            return new ReviewedCard(experience, card, false, null);
        }
        Answer<WrittenCards.WrittenCard> found = written.find(id);
        return new ReviewedCard(
                experience,
                found.map(WrittenCards.WrittenCard::card),
                true,
                found.content().map(WrittenCards.WrittenCard::since).orElse(null));
    }

    /** What changed since it was last returned; empty if it never was. */
    Answer<Optional<Since>> since(ReviewedCard seen) {
        return seen.hidden()
                ? new Answer.Ok<>(Optional.ofNullable(seen.since()))
                : sinceInFeed(seen.card().value());
    }

    private Answer<Optional<Since>> sinceInFeed(Card card) {
        var question = Questions.of("limit", MANY);
        return feed.ask(
                api ->
                        lastReturn(api.versions(card.id(), question), card.version())
                                .map(returned -> since(api, returned, card)));
    }

    private Since since(FeedApi api, Card returned, Card card) {
        var then = Questions.of("asOf", returned.validFrom().toString());
        Pending<Card> whole = feed.start(it -> it.card(card.id(), then));
        Diff diff = api.diff(card.id(), returned.version(), card.version());
        return new Since(
                whole.answer().content().orElse(returned),
                diff.changes().stream()
                        .filter(change -> !BOOKKEEPING.contains(change.field()))
                        .toList());
    }

    private static Optional<Card> lastReturn(Listing<Card> versions, long current) {
        return versions.items().stream()
                .filter(each -> each.version() < current && each.status().equals("RETURNED"))
                .findFirst();
    }
}
