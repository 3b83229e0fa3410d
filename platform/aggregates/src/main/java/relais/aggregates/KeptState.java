package relais.aggregates;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import relais.codec.StoredField;

/**
 * What is kept of an aggregate beside its id and version: see {@link Stored}.
 *
 * @param <S> its state
 */
public record KeptState<S>(
        @StoredField(unwrapped = true) S state,
        Instant lastEventAt,
        @StoredField(omittedIfEmpty = true) Set<String> importedRows) {

    public KeptState {
        // In order, so that the same state is the same document.
        importedRows = Collections.unmodifiableSet(new TreeSet<>(importedRows));
    }
}
