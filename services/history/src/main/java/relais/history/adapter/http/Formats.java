package relais.history.adapter.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import relais.history.export.Format;
import relais.web.Problem;

/** The forms on offer, by name and by media type. */
public final class Formats {

    /** Makes the form; only NDJSON can be raw. */
    private final Map<String, Function<Boolean, Format<?>>> byName;

    /**
     * @param byName in the order in which they are preferred when anything is accepted
     */
    public Formats(Map<String, Function<Boolean, Format<?>>> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * @param name one of {@link #names}
     */
    public Format<?> named(String name, boolean raw) {
        Function<Boolean, Format<?>> form = byName.get(name);
        if (form == null) {
            throw new IllegalArgumentException("No format: " + name);
        }
        return form.apply(raw);
    }

    /**
     * @param name of the query; it goes before the header
     * @throws relais.web.ProblemException 400 naming {@code format}, or 406
     */
    Format<?> choose(@Nullable String name, @Nullable String accept, boolean raw) {
        String chosen = name == null ? accepted(accept) : name.toLowerCase(Locale.ROOT);
        Function<Boolean, Format<?>> form = byName.get(chosen);
        if (form == null) {
            throw Problem.invalid("format", "one-of", String.join(", ", byName.keySet()))
                    .exception();
        }
        if (raw && !chosen.equals("ndjson")) {
            throw Problem.invalid("raw", "raw-is-ndjson").exception();
        }
        return form.apply(raw);
    }

    private String accepted(@Nullable String accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept == null ? MediaType.ALL_VALUE : accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            for (MediaType each : wanted) {
                for (var form : byName.entrySet()) {
                    if (each.includes(mediaType(form.getValue().apply(false)))) {
                        return form.getKey();
                    }
                }
            }
        } catch (InvalidMediaTypeException notAcceptable) {
            // Falls through: nothing of it can be offered.
        }
        throw Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable").exception();
    }

    private static MediaType mediaType(Format<?> format) {
        return MediaType.parseMediaType(format.mediaType());
    }
}
