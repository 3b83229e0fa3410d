package relais.feed.adapter.http;

import org.jspecify.annotations.Nullable;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;

/** The text of an experience and what others made of it, in JSON. */
final class ExperienceDetails {

    private ExperienceDetails() {}

    static CardView.ExperienceView of(ExperienceCard card, Names names) {
        Content content = card.content();
        Content.Means means = content.means();
        return new CardView.ExperienceView(
                names.partnerOrNull(card.origin().competentPartner()),
                content.audience(),
                content.startedOn(),
                content.endedOn(),
                Head.orNull(content.problem()),
                Head.orNull(content.action()),
                content.partnersInvolved(),
                means == null
                        ? null
                        : new CardView.MeansView(means.euros(), means.fte(), means.note()),
                results(content.results()),
                content.difficulties(),
                content.transfer(),
                content.links().stream()
                        .map(link -> new CardView.LinkView(link.label(), link.url()))
                        .toList(),
                content.licence(),
                card.engagement().endorsements().stream()
                        .map(
                                endorsement ->
                                        new CardView.EndorsementView(
                                                names.partner(endorsement.partner()),
                                                endorsement.at(),
                                                endorsement.comment()))
                        .toList(),
                card.engagement().adoptions().stream().map(each -> adoption(each, names)).toList(),
                card.review().comments().stream()
                        .map(
                                comment ->
                                        new CardView.CommentView(
                                                comment.field(), comment.comment()))
                        .toList());
    }

    private static CardView.AdoptionView adoption(ExperienceCard.Adoption adoption, Names names) {
        return new CardView.AdoptionView(
                adoption.id(),
                names.partner(adoption.partner()),
                names.territory(adoption.territory()),
                adoption.adoptedOn(),
                adoption.plan(),
                results(adoption.results()),
                adoption.note(),
                adoption.reportedOn(),
                adoption.endedOn(),
                adoption.endReason());
    }

    private static CardView.@Nullable ResultsView results(Content.@Nullable Results results) {
        return results == null ? null : new CardView.ResultsView(results.kind(), results.text());
    }
}
