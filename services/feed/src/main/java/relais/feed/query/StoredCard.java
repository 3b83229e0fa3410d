package relais.feed.query;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;

/**
 * A card as the store holds it.
 *
 * @param validTo when the next version replaced it; null while it is the current one
 * @param hidden whether its subject was withdrawn or moderated, at this or at a later version
 */
public record StoredCard(Card card, @Nullable Instant validTo, boolean hidden) {

    /** Empty if it is a card of another kind. */
    public <C extends Card> Optional<C> as(Class<C> kind) {
        return kind.isInstance(card) ? Optional.of(kind.cast(card)) : Optional.empty();
    }
}
