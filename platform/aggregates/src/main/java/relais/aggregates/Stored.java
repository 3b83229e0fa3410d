package relais.aggregates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;

/**
 * An aggregate as the store has it, and as it is answered where everyone may read all of it.
 *
 * @param version the number of its events
 * @param lastEventAt event time never goes back behind it
 * @param importedRows the rows of archives that were applied to it: written with it, so that a row
 *     is never applied twice, whatever crashes
 */
public record Stored<S>(
        String id,
        long version,
        @JsonUnwrapped S state,
        @JsonProperty("updatedAt") Instant lastEventAt,
        @JsonIgnore Set<String> importedRows) {

    public Stored {
        importedRows = Set.copyOf(importedRows);
    }
}
