package relais.history.adapter.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        Map<String, MediaType> offered = new LinkedHashMap<>();
        byName.forEach(
                (name, form) ->
                        offered.put(name, MediaType.parseMediaType(form.apply(false).mediaType())));
        return accepted(accept, offered)
                .orElseThrow(
                        () -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable").exception());
    }

    /**
     * The name of what is offered that a header prefers, the first for a header that names none.
     *
     * @param offered in the order in which they are preferred when anything is accepted
     */
    static Optional<String> accepted(@Nullable String accept, Map<String, MediaType> offered) {
        try {
            var wanted = MediaType.parseMediaTypes(accept == null ? MediaType.ALL_VALUE : accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .flatMap(
                            each ->
                                    offered.entrySet().stream()
                                            .filter(form -> each.includes(form.getValue())))
                    .map(Map.Entry::getKey)
                    .findFirst();
        } catch (InvalidMediaTypeException nothingOfItCanBeOffered) {
            return Optional.empty();
        }
    }
}
