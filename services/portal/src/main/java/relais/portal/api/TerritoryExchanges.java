package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a territory adopted from others, and others from it, the latest first.
 *
 * @param complete whether that is all there is
 */
public record TerritoryExchanges(List<Taken> taken, List<Taken> given, boolean complete) {

    /** An adoption, and the experience that was adopted. */
    public record Taken(
            String id,
            @Nullable String title,
            Named partner,
            Named territory,
            Named adopter,
            Named adoptedIn,
            LocalDate adoptedOn,
            @Nullable LocalDate endedOn) {}
}
