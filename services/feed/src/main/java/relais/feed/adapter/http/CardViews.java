package relais.feed.adapter.http;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Kind;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Cards;
import relais.feed.query.Moments;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.territories.Territories;

/** Cards as JSON, with the names of partners and territories as they are at the time read. */
public final class CardViews {

    /** Most cards that refer to one: an experience's citations, an objective's actions. */
    private static final int MOST_REFERRING = 100;

    private final Cards cards;
    private final Territories territories;
    private final Clock clock;

    public CardViews(Cards cards, Territories territories, Clock clock) {
        this.cards = cards;
        this.territories = territories;
        this.clock = clock;
    }

    List<CardView> list(Collection<ShownCard> shown, @Nullable Instant asOf, Reader reader) {
        var mentions = new Mentions();
        shown.forEach(each -> mentions.add(each.card(), false));
        Names names = names(mentions, asOf);
        LocalDate today = today(asOf);
        return shown.stream().map(each -> view(each, names, reader, today, Details.NONE)).toList();
    }

    CardView one(ShownCard shown, @Nullable Instant asOf, Reader reader) {
        Card card = shown.card();
        List<Card> referring = referring(card, asOf, reader);
        var mentions = new Mentions();
        mentions.add(card, true);
        Names names = names(mentions, asOf);
        return view(
                shown,
                names,
                reader,
                today(asOf),
                details(card, referring, cards.messages(card.aggregateId(), asOf), names, reader));
    }

    private List<Card> referring(Card card, @Nullable Instant asOf, Reader reader) {
        if (card.kind() != Kind.EXPERIENCE
                && card.kind() != Kind.CONTRIBUTION
                && card.kind() != Kind.OBJECTIVE) {
            return List.of();
        }
        return cards.referring(card.aggregateId(), reader, asOf, MOST_REFERRING).stream()
                .map(stored -> Redaction.show(stored, reader))
                .flatMap(Optional::stream)
                .map(ShownCard::card)
                .toList();
    }

    private Names names(Mentions mentions, @Nullable Instant asOf) {
        var named = new HashMap<>(cards.all(mentions.cards(), asOf));
        named.putAll(cards.versions(mentions.versions()));
        return new Names(territories, cards.partnerNames(mentions.partners(), asOf), named);
    }

    private LocalDate today(@Nullable Instant asOf) {
        Instant now = clock.instant();
        return Moments.dayOf(asOf == null || asOf.isAfter(now) ? now : asOf);
    }

    /** What only the page of one card shows. */
    private record Details(
            CardView.@Nullable ExperienceView experience,
            CardView.@Nullable ProfileView profile,
            @Nullable ContributionView contribution,
            @Nullable ObjectiveView objective,
            @Nullable ActionView action,
            @Nullable WorkingDayView workingDay,
            @Nullable MessageView message,
            @Nullable Long messages,
            @Nullable List<CardView.CitationView> citedBy) {

        static final Details NONE =
                new Details(null, null, null, null, null, null, null, null, null);
    }

    private static Details details(
            Card card, List<Card> referring, long messages, Names names, Reader reader) {
        return new Details(
                card instanceof ExperienceCard experience ? experience(experience, names) : null,
                card instanceof PartnerCard partner ? profile(partner) : null,
                card instanceof ContributionCard contribution
                        ? ContributionView.of(contribution, actions(referring), names, reader)
                        : null,
                card instanceof ObjectiveCard objective
                        ? ObjectiveView.of(objective, actions(referring), names)
                        : null,
                card instanceof ActionCard action ? ActionView.of(action, names, reader) : null,
                card instanceof WorkingDayCard day ? WorkingDayView.of(day, names, reader) : null,
                card instanceof MessageCard message ? MessageView.of(message) : null,
                messages,
                card instanceof ExperienceCard experience
                        ? citations(experience.aggregateId(), referring)
                        : null);
    }

    private static List<CardRef> actions(List<Card> referring) {
        return referring.stream()
                .filter(ActionCard.class::isInstance)
                .map(ActionCard.class::cast)
                .map(
                        action ->
                                new CardRef(
                                        action.aggregateId(), Kind.ACTION, action.plan().title()))
                .toList();
    }

    private static List<CardView.CitationView> citations(String experience, List<Card> referring) {
        var citations = new ArrayList<CardView.CitationView>();
        for (Card card : referring) {
            if (card instanceof ContributionCard contribution) {
                contribution.evidence().stream()
                        .filter(cited -> cited.experience().equals(experience))
                        .map(
                                cited ->
                                        new CardView.CitationView(
                                                contribution.aggregateId(),
                                                contribution.text().title(),
                                                contribution.status(),
                                                cited.version(),
                                                cited.outdated() != null))
                        .forEach(citations::add);
            }
        }
        return citations;
    }

    /** What a list shows of a card of any kind. */
    private record Head(
            @Nullable String title,
            @Nullable String preview,
            @Nullable String level,
            List<String> axes,
            List<String> tags,
            @Nullable Instant publishedAt,
            @Nullable String reason) {

        static Head of(String title, @Nullable String preview, List<String> axes, Card card) {
            return new Head(
                    title, preview, null, axes, List.of(), card.revision().createdAt(), null);
        }

        Head because(@Nullable String why) {
            return new Head(title, preview, level, axes, tags, publishedAt, why);
        }
    }

    private static Head head(Card shown) {
        return switch (shown) {
            case PartnerCard card ->
                    Head.of(card.profile().name(), card.profile().represents(), List.of(), card)
                            .because(card.reason());
            case ExperienceCard card ->
                    new Head(
                            orNull(card.content().title()),
                            orNull(card.content().preview()),
                            card.content().level(),
                            card.content().axes(),
                            card.content().tags(),
                            card.review().firstPublishedAt(),
                            card.review().reason());
            case ContributionCard card ->
                    new Head(
                            card.text().title(),
                            card.text().summary(),
                            null,
                            card.text().axes(),
                            List.of(),
                            card.life().firstConsultedAt(),
                            card.life().reason());
            case ObjectiveCard card ->
                    Head.of(
                                    card.aim().title(),
                                    card.aim().indicator(),
                                    List.of(card.aim().axis()),
                                    card)
                            .because(card.reason());
            case ActionCard card ->
                    Head.of(card.plan().title(), null, card.plan().axes(), card)
                            .because(
                                    card.status() == Status.ABANDONED && card.end() != null
                                            ? card.end().remark()
                                            : null);
            case WorkingDayCard card ->
                    Head.of(card.meeting().theme(), card.meeting().place(), List.of(), card)
                            .because(card.reason());
            case MessageCard card ->
                    new Head(
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            card.revision().createdAt(),
                            card.redaction() == null ? null : card.redaction().reason());
            case BlankCard blank -> throw new IllegalStateException("A blank card has no view");
        };
    }

    private static CardView view(
            ShownCard shown, Names names, Reader reader, LocalDate today, Details details) {
        Card card = shown.card();
        Revision revision = card.revision();
        Head head = head(card);
        ExperienceCard.Echo echo =
                card instanceof ExperienceCard experience ? experience.echo() : null;
        return new CardView(
                card.aggregateId(),
                card.version(),
                requireNonNull(card.kind()),
                requireNonNull(card.status()),
                head.title(),
                head.preview(),
                partner(card, names),
                names.territory(requireNonNull(card.territory())),
                head.level(),
                head.axes(),
                head.tags(),
                revision.createdAt(),
                head.publishedAt(),
                revision.eventTime(),
                echo == null ? null : echo.lastConfirmedOn(),
                revision.archive(),
                shown.textHidden(),
                head.reason(),
                echo == null ? 0 : echo.endorsements().size(),
                echo == null ? 0 : echo.adoptions().size(),
                highlight(echo == null ? null : echo.highlight()),
                Glance.of(card, today),
                card instanceof MessageCard message
                        ? names.card(message.posting().subject(), reader)
                        : null,
                revision.validFrom(),
                shown.validTo(),
                details.experience(),
                details.profile(),
                details.contribution(),
                details.objective(),
                details.action(),
                details.workingDay(),
                details.message(),
                details.messages(),
                details.citedBy());
    }

    private static @Nullable Named partner(Card card, Names names) {
        // A card of a partner at one version has the name of that version.
        return card instanceof PartnerCard partner
                ? new Named(partner.aggregateId(), partner.profile().name())
                : names.partnerOrNull(card.partner());
    }

    private static CardView.@Nullable HighlightView highlight(
            ExperienceCard.@Nullable Highlight highlight) {
        return highlight == null
                ? null
                : new CardView.HighlightView(
                        highlight.headline(), highlight.since(), highlight.until());
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
