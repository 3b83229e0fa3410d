package relais.feed.adapter.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/** The names that one answer needs; what has none goes by its id. */
final class Names {

    private final Territories territories;
    private final Map<String, String> partners;
    private final Map<String, StoredCard> cards;

    Names(Territories territories, Map<String, String> partners) {
        this(territories, partners, Map.of());
    }

    /**
     * Names of these.
     *
     * @param cards by id, or a version of one by {@code id:version}
     */
    Names(Territories territories, Map<String, String> partners, Map<String, StoredCard> cards) {
        this.territories = territories;
        this.partners = partners;
        this.cards = cards;
    }

    Named partner(String id) {
        return new Named(id, partners.getOrDefault(id, id));
    }

    @Nullable Named partnerOrNull(@Nullable String id) {
        return id == null ? null : partner(id);
    }

    List<Named> partners(List<String> ids) {
        return ids.stream().map(this::partner).toList();
    }

    Named territory(String id) {
        return new Named(
                id,
                TerritoryId.read(id)
                        .flatMap(territories::find)
                        .map(Territory::name)
                        .filter(name -> !name.isEmpty())
                        .orElse(id));
    }

    @Nullable Named territoryOrNull(@Nullable String id) {
        return id == null ? null : territory(id);
    }

    /** Another card, as this reader may see it. */
    CardRef card(String id, Reader reader) {
        return new CardRef(
                id,
                shown(id, reader).map(shown -> shown.card().kind()).orElse(null),
                title(id, reader));
    }

    @Nullable CardRef cardOrNull(@Nullable String id, Reader reader) {
        return id == null ? null : card(id, reader);
    }

    List<CardRef> cards(List<String> ids, Reader reader) {
        return ids.stream().map(id -> card(id, reader)).toList();
    }

    /**
     * The title of a card, or of a version of it, as this reader may see it; null if not at all.
     */
    @Nullable String title(String id, Reader reader) {
        return shown(id, reader)
                .map(shown -> titleOf(shown.card()))
                .filter(title -> !title.isEmpty())
                .orElse(null);
    }

    private Optional<ShownCard> shown(String id, Reader reader) {
        return Optional.ofNullable(cards.get(id)).flatMap(stored -> Redaction.show(stored, reader));
    }

    private static String titleOf(Card card) {
        return switch (card) {
            case PartnerCard partner -> partner.profile().name();
            case ExperienceCard experience -> experience.content().title();
            case ContributionCard contribution -> contribution.text().title();
            case ObjectiveCard objective -> objective.aim().title();
            case ActionCard action -> action.plan().title();
            case WorkingDayCard day -> day.meeting().theme();
            case MessageCard message -> "";
            case BlankCard blank -> "";
        };
    }
}
