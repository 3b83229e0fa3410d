package relais.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON body, told by the path of the field and what would be right. */
public final class JsonProblems {

    private static final String BODY = "body";

    private JsonProblems() {}

    static Problem of(HttpMessageNotReadableException exception) {
        Throwable cause = exception.getCause();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof BodyTooLargeException tooLarge) {
                return BodyLimits.tooLarge(tooLarge.limit());
            }
            if (t instanceof ProblemException problem) {
                return problem.problem();
            }
        }
        return switch (cause) {
            case null -> Problem.of(HttpStatus.BAD_REQUEST, "missing-body");
            case PropertyBindingException e ->
                    Problem.invalid(Words.excerpt(path(e)), "unknown-field", known(e));
            case ValueInstantiationException e -> Problem.invalid(path(e), "invalid");
            case MismatchedInputException e -> mismatch(e);
            case InputCoercionException e ->
                    Problem.invalid(List.of(expected(path(e), e.getTargetType())));
            case DatabindException e when !e.getPath().isEmpty() ->
                    Problem.invalid(path(e), "invalid");
            case JacksonException e -> malformed(e.getLocation());
            default -> malformed(null);
        };
    }

    /**
     * What is wrong with one value that was to become a record.
     *
     * @param whole what the value itself is called, if nothing within it is to blame
     */
    public static Violation violation(String whole, JacksonException exception) {
        String path = path(exception);
        String field = path.equals(BODY) ? whole : path;
        return switch (exception) {
            case PropertyBindingException e -> new Violation(field, "unknown-field", known(e));
            case MismatchedInputException e -> expected(field, e.getTargetType());
            case InputCoercionException e -> expected(field, e.getTargetType());
            default -> new Violation(field, "invalid");
        };
    }

    private static Problem mismatch(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        // Jackson has no type of its own for "another value follows the first".
        boolean trailing = String.valueOf(e.getOriginalMessage()).startsWith("Trailing token");
        if (trailing || (e.getPath().isEmpty() && type == null)) {
            return malformed(e.getLocation());
        }
        return Problem.invalid(List.of(expected(path(e), type)));
    }

    /** What a value of this type looks like in a request; also for query parameters. */
    static Violation expected(String field, @Nullable Class<?> type) {
        if (type == null) {
            return new Violation(field, "invalid");
        }
        if (type.isEnum()) {
            return new Violation(field, "one-of", names(type));
        }
        if (type == LocalDate.class) {
            return new Violation(field, "date");
        }
        if (type == Instant.class) {
            return new Violation(field, "instant");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Violation(field, "boolean");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return new Violation(field, "number");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return new Violation(field, "integer");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return new Violation(field, "string");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return new Violation(field, "array");
        }
        return new Violation(field, type.isRecord() ? "object" : "invalid");
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    private static String known(PropertyBindingException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        Stream<String> own = known == null ? Stream.of() : known.stream().map(String::valueOf);
        return Stream.concat(own, unwrapped(e.getReferringClass()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The fields of nested records that stand among the others: Jackson does not name them. */
    private static Stream<String> unwrapped(@Nullable Class<?> type) {
        if (type == null || !type.isRecord()) {
            return Stream.of();
        }
        return Stream.of(type.getRecordComponents())
                .filter(JsonProblems::isUnwrapped)
                .map(RecordComponent::getType)
                .flatMap(nested -> Stream.concat(fields(nested), unwrapped(nested)));
    }

    private static Stream<String> fields(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !isUnwrapped(component))
                .map(RecordComponent::getName);
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private static Problem malformed(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? Problem.of(HttpStatus.BAD_REQUEST, "malformed-body")
                : Problem.of(
                        HttpStatus.BAD_REQUEST, "malformed-json", at.getLineNr(), at.getColumnNr());
    }
}
