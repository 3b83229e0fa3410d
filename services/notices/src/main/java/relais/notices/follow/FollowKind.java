package relais.notices.follow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be followed. */
public enum FollowKind {
    TERRITORY("(commune|epci|departement|region|academie|pays):[0-9A-Za-z]{1,12}"),
    AXIS("[A-Z]{2,30}"),
    CARD("[a-z]-[a-z0-9-]{1,100}"),
    PARTNER("p-[a-z0-9-]{1,60}"),
    TAG("[^\\p{Cntrl}]{1,60}"),
    /** The feed under a filter of several criteria. */
    SEARCH("");

    private final Pattern form;

    FollowKind(String form) {
        this.form = Pattern.compile(form);
    }

    /** Whether a value has the form of what is followed. */
    public boolean accepts(String value) {
        return form.matcher(value).matches();
    }

    /** As stored and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FollowKind> named(String name) {
        for (FollowKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
