package relais.partners.application;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Note;
import relais.partners.domain.Refused;

/** Reads raw input into values of the domain and remembers every field that is none. */
final class Fields {

    /** Either a value or the refusals that stand in its way. */
    record Read<T>(@Nullable T value, List<Refused> refused) {
        boolean isSound() {
            return refused.isEmpty();
        }

        T sound() {
            return requireNonNull(value);
        }
    }

    private final List<Refused> refused = new ArrayList<>();

    <T> @Nullable T required(
            String field,
            @Nullable String raw,
            Predicate<String> accepts,
            Function<String, T> make,
            Function<String, Refused> otherwise) {
        if (raw == null || raw.isBlank()) {
            refused.add(Refused.required(field));
            return null;
        }
        return optional(raw, accepts, make, otherwise);
    }

    /** A blank field is an absent one: that is what an empty input of a form sends. */
    <T> @Nullable T optional(
            @Nullable String raw,
            Predicate<String> accepts,
            Function<String, T> make,
            Function<String, Refused> otherwise) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        if (accepts.test(raw)) {
            return make.apply(raw);
        }
        refused.add(otherwise.apply(raw));
        return null;
    }

    @Nullable Note note(String field, @Nullable String raw) {
        return optional(
                raw, Note::accepts, Note::new, _ -> Refused.oneLine(field, Note.MAX_LENGTH));
    }

    /**
     * @param build called if every field was sound; what is required is there
     */
    <T> Read<T> read(Supplier<T> build) {
        return refused.isEmpty()
                ? new Read<>(build.get(), List.of())
                : new Read<>(null, List.copyOf(refused));
    }
}
