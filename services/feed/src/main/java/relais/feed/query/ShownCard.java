package relais.feed.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;

/**
 * A card as one reader may see it: what the reader may not see is not in it.
 *
 * @param validTo when the next version replaced it; null while it is the current one
 * @param textHidden whether the text was taken out because the subject was withdrawn or moderated
 */
public record ShownCard(Card card, @Nullable Instant validTo, boolean textHidden) {}
