package relais.contributions.imports;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What is wrong with one row's fields, as the call itself would say it. Values are not quoted. */
final class BodyProblems {

    private BodyProblems() {}

    static Refusal of(JacksonException exception) {
        String field = path(exception);
        return switch (exception) {
            case PropertyBindingException e -> Refusal.invalid(field, "unknown-field", known(e));
            case MismatchedInputException e -> Refusal.invalid(field, code(e.getTargetType()));
            case InputCoercionException e -> Refusal.invalid(field, code(e.getTargetType()));
            default -> Refusal.invalid(field, "invalid");
        };
    }

    private static String code(@Nullable Class<?> type) {
        if (type == null) {
            return "invalid";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        if (type == BigDecimal.class) {
            return "number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return type.isRecord() ? "object" : "invalid";
    }

    private static String known(PropertyBindingException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "row" : path.toString();
    }
}
