package relais.feed.adapter.http;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Kind;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Revision;
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
        return versions(shown, Map.of(), asOf, reader);
    }

    /**
     * Versions of a card.
     *
     * @param events what made them, by {@code aggregateId:version}
     */
    List<CardView> versions(
            Collection<ShownCard> shown,
            Map<String, VersionEvent> events,
            @Nullable Instant asOf,
            Reader reader) {
        var mentions = new Mentions();
        shown.forEach(each -> mentions.add(each.card(), false));
        Names names = names(mentions, asOf);
        LocalDate today = today(asOf);
        return shown.stream()
                .map(
                        each ->
                                view(
                                        each,
                                        events.get(each.card().revision().id()),
                                        names,
                                        reader,
                                        today,
                                        Details.NONE))
                .toList();
    }

    CardView one(ShownCard shown, @Nullable Instant asOf, Reader reader) {
        Card card = shown.card();
        List<Card> referring = referring(card, asOf, reader);
        var mentions = new Mentions();
        mentions.add(card, true);
        Names names = names(mentions, asOf);
        return view(
                shown,
                null,
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
                card instanceof ExperienceCard experience
                        ? ExperienceDetails.of(experience, names)
                        : null,
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

    private static CardView view(
            ShownCard shown,
            @Nullable VersionEvent event,
            Names names,
            Reader reader,
            LocalDate today,
            Details details) {
        Card card = shown.card();
        Revision revision = card.revision();
        Head head = Head.of(card);
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
                echo == null ? 0 : echo.standingAdoptions(),
                echo == null ? 0 : echo.adoptions().size(),
                highlight(echo == null ? null : echo.highlight(), day(shown, today)),
                Glance.of(card, today),
                card instanceof MessageCard message
                        ? names.card(message.posting().subject(), reader)
                        : null,
                revision.validFrom(),
                shown.validTo(),
                event,
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

    /** The day a version is looked at: the last one on which it was the latest, if that is over. */
    private static LocalDate day(ShownCard shown, LocalDate today) {
        Instant end = shown.validTo();
        LocalDate last = end == null ? today : Moments.dayOf(end);
        return last.isBefore(today) ? last : today;
    }

    private static CardView.@Nullable HighlightView highlight(
            ExperienceCard.@Nullable Highlight highlight, LocalDate day) {
        return highlight == null || !highlight.isShownOn(day)
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
                card.committee(),
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
}
