package relais.portal.call;

import java.util.Locale;

/** The services that the portal asks. */
public enum Service {
    PARTNERS,
    EXPERIENCES,
    CONTRIBUTIONS,
    FEED,
    HISTORY,
    NOTICES;

    /** As addresses, settings and message files have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
