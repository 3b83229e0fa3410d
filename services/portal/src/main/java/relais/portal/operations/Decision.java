package relais.portal.operations;

import java.util.Locale;
import java.util.stream.Stream;
import relais.portal.page.NotFound;

/** What an operator decides about a read model, by the word that its address has. */
enum Decision {
    /** It serves from now on. */
    ACTIVATION,
    /** The one before it serves again. */
    ROLLBACK,
    /** Its building ends, and what was made of it goes. */
    CANCELLATION,
    /** It goes. */
    REMOVAL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of an address, or {@link NotFound}. */
    static Decision named(String key) {
        return Stream.of(values())
                .filter(decision -> decision.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
