package relais.portal.form;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a form carries unseen: the version that its author has before their eyes, and the key by
 * which a service knows a creation that it was sent twice. Both come back from a browser, so
 * neither is trusted to be what it was.
 */
public final class Hidden {

    public static final String VERSION = "version";
    public static final String KEY = "key";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private Hidden() {}

    public static Typed seeing(Typed typed, long version) {
        return typed.with(VERSION, version);
    }

    /** The version seen, as a header {@code If-Match}; one that never was if there is none. */
    public static String ifMatch(Typed typed) {
        String version = typed.text(VERSION);
        return "\"" + (NUMBER.matcher(version).matches() ? version : "0") + "\"";
    }

    public static Typed creating(Typed typed) {
        return typed.with(KEY, UUID.randomUUID());
    }

    public static String key(Typed typed) {
        String key = typed.text(KEY);
        return SAFE.matcher(key).matches() ? key : UUID.randomUUID().toString();
    }

    /**
     * The form of a creation that was not accepted. What was refused may be mended, and another
     * text under the same key would be refused for that; what was not answered keeps its key, since
     * it may have been done.
     */
    public static Form again(Form form) {
        return form.refusal() == null ? form : form.with(creating(form.typed()));
    }
}
