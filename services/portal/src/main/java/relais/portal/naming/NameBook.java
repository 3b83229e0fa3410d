package relais.portal.naming;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.form.Typed;

/**
 * Names by identifier, for one page. What has none here goes by its identifier: a page whose names
 * are unreachable can still be read.
 */
public record NameBook(Map<String, String> names) {

    public NameBook {
        names = Map.copyOf(names);
    }

    /** The name; the identifier if it is not known; empty for none. */
    public String of(@Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    /**
     * A form in which a field holds names, one a line; what they stand for is beside them, for
     * {@link Picks}.
     */
    public Typed fill(Typed typed, String field, List<String> ids) {
        return typed.with(field, ids.stream().map(this::of).collect(Collectors.joining("\n")))
                .with(
                        field + Picks.KNOWN,
                        ids.stream()
                                .map(id -> Picks.known(id, of(id)))
                                .collect(Collectors.joining("\n")));
    }

    public Typed fill(Typed typed, String field, @Nullable String id) {
        return fill(typed, field, id == null ? List.of() : List.of(id));
    }
}
