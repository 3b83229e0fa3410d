package relais.experiences.experience;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/**
 * One partner doing in its own territory what another did. Plans and reports live in the events
 * only: the aggregate must stay small even if every commune of France adopts it.
 */
public record Adoption(
        AdoptionId id,
        PartnerId partner,
        TerritoryCode territory,
        LocalDate adoptedOn,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate endedOn) {

    public boolean ongoing() {
        return endedOn == null;
    }

    Adoption reported(LocalDate day) {
        return new Adoption(id, partner, territory, adoptedOn, day, endedOn);
    }

    Adoption ended(LocalDate day) {
        return new Adoption(id, partner, territory, adoptedOn, reportedOn, day);
    }
}
