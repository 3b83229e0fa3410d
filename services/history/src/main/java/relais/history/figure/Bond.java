package relais.history.figure;

import org.jspecify.annotations.Nullable;

/**
 * What someone else ties to an experience: an adoption, or an endorsement.
 *
 * @param key the adoption's id, or who endorses
 * @param ended null while it stands
 */
record Bond(Subject subject, String key, Ledger.Event begun, Ledger.@Nullable Event ended) {

    boolean stands() {
        return ended == null;
    }

    Bond endedBy(Ledger.Event event) {
        return stands() ? new Bond(subject, key, begun, event) : this;
    }

    boolean is(Subject other, @Nullable String otherKey) {
        return subject == other && key.equals(otherKey);
    }
}
