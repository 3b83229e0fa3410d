package relais.aggregates;

import java.time.Instant;
import java.util.Set;

/**
 * What is kept of an aggregate beside its id and version: see {@link Stored}.
 *
 * @param <S> its state
 */
public record KeptState<S>(S state, Instant lastEventAt, Set<String> importedRows) {

    public KeptState {
        importedRows = Set.copyOf(importedRows);
    }
}
