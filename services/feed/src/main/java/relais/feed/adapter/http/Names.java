package relais.feed.adapter.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * The names that one answer needs; what has none goes by its id.
 *
 * @param cards by id, or a version of one by {@code id:version}
 */
record Names(Territories territories, Map<String, String> partners, Map<String, StoredCard> cards) {

    /** Names of territories alone. */
    Names(Territories territories) {
        this(territories, Map.of(), Map.of());
    }

    Named partner(String id) {
        return new Named(id, partners.getOrDefault(id, id));
    }

    @Nullable Named partnerOrNull(@Nullable String id) {
        return id == null ? null : partner(id);
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

    /**
     * The title of a card, or of a version of it, as this reader may see it; null if not at all.
     */
    @Nullable String title(String id, Reader reader) {
        return shown(id, reader).map(shown -> shown.card().title()).orElse(null);
    }

    private Optional<ShownCard> shown(String id, Reader reader) {
        return Optional.ofNullable(cards.get(id)).flatMap(stored -> Redaction.show(stored, reader));
    }
}
