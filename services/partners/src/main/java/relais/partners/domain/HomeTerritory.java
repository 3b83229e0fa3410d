package relais.partners.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule needs to know of the territory where a partner sits.
 *
 * @param id {@code scheme:code}
 * @param validFrom first day, or null if it has always been there
 * @param validUntil first day on which it is no more, or null if it still exists
 */
public record HomeTerritory(
        String id, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil) {

    public HomeTerritory {
        if (id.indexOf(':') < 1) {
            throw new IllegalArgumentException("Not scheme:code: " + id);
        }
    }

    String scheme() {
        return id.substring(0, id.indexOf(':'));
    }

    boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || day.isBefore(validUntil));
    }
}
