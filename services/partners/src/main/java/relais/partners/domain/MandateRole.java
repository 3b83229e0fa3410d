package relais.partners.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which role a person acts for a partner. */
public enum MandateRole {
    REPRESENTATIVE,
    CONTRIBUTOR,
    REVIEWER;

    public static Optional<MandateRole> named(@Nullable String raw) {
        return Arrays.stream(values()).filter(role -> role.name().equals(raw)).findFirst();
    }
}
