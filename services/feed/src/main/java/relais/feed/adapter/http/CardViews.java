package relais.feed.adapter.http;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionCard.Outdated;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Headline;
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
import relais.feed.query.StoredCard;
import relais.territories.Territories;

/** Cards as JSON, with the names of partners and territories as they are at the time read. */
@Component
record CardViews(Cards cards, Territories territories, Clock clock) {

    /** Most cards that refer to one: an experience's citations, an objective's actions. */
    private static final int MOST_REFERRING = 100;

    List<CardView> list(Collection<StoredCard> stored, @Nullable Instant asOf, Reader reader) {
        return versions(stored, Map.of(), asOf, reader);
    }

    /**
     * Versions of a card.
     *
     * @param events what made them, by {@code aggregateId:version}
     */
    List<CardView> versions(
            Collection<StoredCard> stored,
            Map<String, VersionEvent> events,
            @Nullable Instant asOf,
            Reader reader) {
        List<ShownCard> shown = Redaction.cards(stored, reader);
        var mentions = new Mentions();
        shown.forEach(each -> mentions.add(each.card(), false));
        Names names = names(mentions, asOf);
        LocalDate today = today(asOf);
        var views = new ArrayList<CardView>();
        for (ShownCard each : shown) {
            VersionEvent event = events.get(each.card().revision().id());
            views.add(view(each, event, names, reader, today, null));
        }
        return views;
    }

    CardView one(ShownCard shown, @Nullable Instant asOf, Reader reader) {
        Card card = shown.card();
        Cards.Referring about = about(card, asOf, reader);
        List<Card> referring =
                Redaction.cards(about.cards(), reader).stream().map(ShownCard::card).toList();
        var mentions = new Mentions();
        mentions.add(card, true);
        Names names = names(mentions, asOf);
        var page = new OfOne(referring, about.messages());
        return view(shown, null, names, reader, today(asOf), page);
    }

    /** What each of these contributions cites, as this reader may see it. */
    List<AxisView.TextSources> sources(Collection<StoredCard> contributions, Reader reader) {
        List<ContributionCard> texts =
                Redaction.cards(contributions, reader).stream()
                        .map(ShownCard::card)
                        .filter(ContributionCard.class::isInstance)
                        .map(ContributionCard.class::cast)
                        .toList();
        var cited = new HashSet<String>();
        for (ContributionCard text : texts) {
            text.evidence().forEach(each -> cited.add(each.experience() + ":" + each.version()));
        }
        var names = new Names(territories, Map.of(), cards.versions(cited));
        return texts.stream()
                .map(
                        text ->
                                new AxisView.TextSources(
                                        text.aggregateId(), evidence(text, names, reader)))
                .toList();
    }

    private Cards.Referring about(Card card, @Nullable Instant asOf, Reader reader) {
        String id = card.aggregateId();
        return card.kind() == Kind.EXPERIENCE
                        || card.kind() == Kind.CONTRIBUTION
                        || card.kind() == Kind.OBJECTIVE
                ? cards.about(id, reader, asOf, MOST_REFERRING)
                : new Cards.Referring(List.of(), cards.messages(id, asOf));
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

    /** What only the page of one card shows, besides the card. */
    private record OfOne(List<Card> referring, long messages) {}

    /** Null in a list, and for a card of another kind. */
    private static @Nullable Details details(
            Kind kind, Card card, @Nullable OfOne page, Names names, Reader reader) {
        if (page == null || card.kind() != kind) {
            return null;
        }
        List<CardRef> actions = actions(page.referring());
        return new Details(
                switch (card) {
                    case ContributionCard contribution ->
                            new CardView.ContributionDetails(
                                    contribution, evidence(contribution, names, reader), actions);
                    case ObjectiveCard objective ->
                            new CardView.ObjectiveDetails(objective, actions);
                    case PartnerCard partner -> partner;
                    case ExperienceCard experience -> experience;
                    case ActionCard action -> action;
                    case WorkingDayCard day -> day;
                    case MessageCard message -> message;
                    case BlankCard blank -> blank;
                },
                names,
                reader);
    }

    /** What its partner said of a text that is hidden is hidden, too. */
    private static List<CardView.CitedEvidence> evidence(
            ContributionCard card, Names names, Reader reader) {
        var evidence = new ArrayList<CardView.CitedEvidence>();
        for (ContributionCard.Evidence cited : card.evidence()) {
            String title = names.title(cited.experience() + ":" + cited.version(), reader);
            Outdated outdated = cited.outdated();
            if (title == null && outdated != null && outdated.change().equals("REVISED")) {
                var silent =
                        new Outdated(
                                outdated.change(),
                                outdated.inVersion(),
                                outdated.changedAt(),
                                null);
                evidence.add(new CardView.CitedEvidence(cited.with(silent), title));
            } else {
                evidence.add(new CardView.CitedEvidence(cited, title));
            }
        }
        return evidence;
    }

    private static List<CardRef> actions(List<Card> referring) {
        return referring.stream()
                .filter(ActionCard.class::isInstance)
                .map(ActionCard.class::cast)
                .map(action -> new CardRef(action.aggregateId(), Kind.ACTION, action.title()))
                .toList();
    }

    private static List<CardView.CitationView> citations(String experience, List<Card> referring) {
        return referring.stream()
                .filter(ContributionCard.class::isInstance)
                .map(ContributionCard.class::cast)
                .flatMap(
                        card ->
                                card.evidence().stream()
                                        .filter(cited -> cited.experience().equals(experience))
                                        .map(cited -> citation(card, cited)))
                .toList();
    }

    private static CardView.CitationView citation(
            ContributionCard card, ContributionCard.Evidence cited) {
        return new CardView.CitationView(
                card.aggregateId(),
                card.title(),
                card.status(),
                cited.version(),
                cited.outdated() != null);
    }

    private static CardView view(
            ShownCard shown,
            @Nullable VersionEvent event,
            Names names,
            Reader reader,
            LocalDate today,
            @Nullable OfOne page) {
        Card card = shown.card();
        Revision revision = card.revision();
        Headline headline = requireNonNull(card.headline());
        ExperienceCard.Engagement engagement =
                card instanceof ExperienceCard experience ? experience.engagement() : null;
        return new CardView(
                card.aggregateId(),
                card.version(),
                requireNonNull(card.kind()),
                requireNonNull(card.status()),
                headline.title(),
                headline.preview(),
                // A card of a partner at one version has the name of that version.
                card instanceof PartnerCard
                        ? new Named(card.aggregateId(), String.valueOf(headline.title()))
                        : names.partnerOrNull(card.partner()),
                names.territory(headline.territory()),
                headline.level(),
                headline.axes(),
                headline.tags(),
                revision.createdAt(),
                card.publishedAt(),
                revision.eventTime(),
                engagement == null ? null : engagement.lastConfirmedOn(),
                revision.archive(),
                shown.textHidden(),
                card.reason(),
                engagement == null ? 0 : engagement.endorsements().size(),
                engagement == null ? 0 : engagement.standingAdoptions(),
                engagement == null ? 0 : engagement.adoptions().size(),
                highlight(engagement == null ? null : engagement.highlight(), day(shown, today)),
                Glance.of(card, today),
                card instanceof MessageCard message
                        ? names.card(message.posting().subject(), reader)
                        : null,
                revision.validFrom(),
                shown.validTo(),
                event,
                details(Kind.EXPERIENCE, card, page, names, reader),
                details(Kind.PARTNER, card, page, names, reader),
                details(Kind.CONTRIBUTION, card, page, names, reader),
                details(Kind.OBJECTIVE, card, page, names, reader),
                details(Kind.ACTION, card, page, names, reader),
                details(Kind.WORKING_DAY, card, page, names, reader),
                details(Kind.MESSAGE, card, page, names, reader),
                page == null ? null : page.messages(),
                page != null && card instanceof ExperienceCard
                        ? citations(card.aggregateId(), page.referring())
                        : null);
    }

    /** The day a version is looked at: the last one on which it was the latest, if that is over. */
    private static LocalDate day(ShownCard shown, LocalDate today) {
        Instant end = shown.validTo();
        LocalDate last = end == null ? today : Moments.dayOf(end);
        return last.isBefore(today) ? last : today;
    }

    private static ExperienceCard.@Nullable Highlight highlight(
            ExperienceCard.@Nullable Highlight highlight, LocalDate day) {
        return highlight == null || !highlight.isShownOn(day) ? null : highlight;
    }
}
