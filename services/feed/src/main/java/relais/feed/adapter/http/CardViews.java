package relais.feed.adapter.http;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Revision;
import relais.feed.query.Cards;
import relais.feed.query.ShownCard;
import relais.territories.Territories;

/** Cards as JSON, with the names of partners and territories as they are at the time read. */
public final class CardViews {

    private final Cards cards;
    private final Territories territories;

    public CardViews(Cards cards, Territories territories) {
        this.cards = cards;
        this.territories = territories;
    }

    List<CardView> list(Collection<ShownCard> shown, @Nullable Instant asOf) {
        Names names = names(shown, asOf, false);
        return shown.stream().map(card -> view(card, names, false)).toList();
    }

    CardView one(ShownCard shown, @Nullable Instant asOf) {
        return view(shown, names(List.of(shown), asOf, true), true);
    }

    private Names names(Collection<ShownCard> shown, @Nullable Instant asOf, boolean details) {
        Set<String> partners = new HashSet<>();
        for (ShownCard each : shown) {
            switch (each.card()) {
                case PartnerCard partner -> partners.add(partner.partner());
                case BlankCard blank -> {}
                case ExperienceCard experience -> {
                    partners.add(experience.partner());
                    if (details) {
                        addOthers(experience, partners);
                    }
                }
            }
        }
        return new Names(territories, cards.partnerNames(partners, asOf));
    }

    private static void addOthers(ExperienceCard card, Set<String> partners) {
        String competent = card.origin().competentPartner();
        if (competent != null) {
            partners.add(competent);
        }
        card.echo().endorsements().forEach(endorsement -> partners.add(endorsement.partner()));
        card.echo().adoptions().forEach(adoption -> partners.add(adoption.partner()));
    }

    private static CardView view(ShownCard shown, Names names, boolean details) {
        return switch (shown.card()) {
            case PartnerCard partner -> view(shown, partner, names, details);
            case ExperienceCard experience -> view(shown, experience, names, details);
            case BlankCard blank -> throw new IllegalStateException("A blank card has no view");
        };
    }

    private static CardView view(ShownCard shown, PartnerCard card, Names names, boolean details) {
        Revision revision = card.revision();
        return new CardView(
                card.aggregateId(),
                card.version(),
                card.kind(),
                card.status(),
                card.profile().name(),
                card.profile().represents(),
                // A card of a partner at one version has the name of that version.
                new Named(card.aggregateId(), card.profile().name()),
                names.territory(card.territory()),
                null,
                List.of(),
                List.of(),
                revision.createdAt(),
                revision.createdAt(),
                revision.eventTime(),
                null,
                revision.archive(),
                false,
                card.reason(),
                0,
                0,
                null,
                revision.validFrom(),
                shown.validTo(),
                null,
                details ? profile(card) : null);
    }

    private static CardView.ProfileView profile(PartnerCard card) {
        return new CardView.ProfileView(
                card.profile().partnerKind(),
                card.profile().siren(),
                card.profile().siret(),
                card.profile().represents(),
                card.charterSignedOn(),
                card.mandates().stream()
                        .map(
                                mandate ->
                                        new CardView.MandateView(
                                                mandate.id(),
                                                mandate.role(),
                                                mandate.from(),
                                                mandate.until(),
                                                mandate.endedOn()))
                        .toList());
    }

    private static CardView view(
            ShownCard shown, ExperienceCard card, Names names, boolean details) {
        Revision revision = card.revision();
        Content content = card.content();
        ExperienceCard.Highlight highlight = card.echo().highlight();
        return new CardView(
                card.aggregateId(),
                card.version(),
                card.kind(),
                card.status(),
                orNull(content.title()),
                orNull(content.preview()),
                names.partner(card.partner()),
                names.territory(card.territory()),
                content.level(),
                content.axes(),
                content.tags(),
                revision.createdAt(),
                card.review().firstPublishedAt(),
                revision.eventTime(),
                card.echo().lastConfirmedOn(),
                revision.archive(),
                shown.textHidden(),
                card.review().reason(),
                card.echo().endorsements().size(),
                card.echo().adoptions().size(),
                highlight == null
                        ? null
                        : new CardView.HighlightView(
                                highlight.headline(), highlight.since(), highlight.until()),
                revision.validFrom(),
                shown.validTo(),
                details ? experience(card, names) : null,
                null);
    }

    private static CardView.ExperienceView experience(ExperienceCard card, Names names) {
        Content content = card.content();
        Content.Means means = content.means();
        return new CardView.ExperienceView(
                names.partnerOrNull(card.origin().competentPartner()),
                content.audience(),
                content.startedOn(),
                content.endedOn(),
                orNull(content.problem()),
                orNull(content.action()),
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
                card.echo().endorsements().stream()
                        .map(
                                endorsement ->
                                        new CardView.EndorsementView(
                                                names.partner(endorsement.partner()),
                                                endorsement.at(),
                                                endorsement.comment()))
                        .toList(),
                card.echo().adoptions().stream().map(each -> adoption(each, names)).toList(),
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

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
