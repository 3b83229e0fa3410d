package relais.codec;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type with its arguments, without variables. */
record JavaType(Class<?> raw, List<JavaType> arguments) {

    static JavaType of(Type type) {
        return of(type, Map.of());
    }

    static JavaType of(Class<?> raw, List<? extends Type> arguments) {
        return new JavaType(raw, arguments.stream().map(JavaType::of).toList());
    }

    private static JavaType of(Type type, Map<TypeVariable<?>, JavaType> bound) {
        return switch (type) {
            case Class<?> raw -> new JavaType(raw, List.of());
            case ParameterizedType generic ->
                    new JavaType(
                            (Class<?>) generic.getRawType(),
                            Arrays.stream(generic.getActualTypeArguments())
                                    .map(argument -> of(argument, bound))
                                    .toList());
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], bound);
            case TypeVariable<?> variable -> {
                JavaType argument = bound.get(variable);
                if (argument == null) {
                    throw new IllegalArgumentException(
                            variable + " of " + variable.getGenericDeclaration() + " is unknown");
                }
                yield argument;
            }
            case GenericArrayType array -> throw new IllegalArgumentException("Array: " + array);
            default -> throw new IllegalArgumentException("Not a type: " + type);
        };
    }

    /** The type of a component of this record. */
    JavaType resolve(Type component) {
        TypeVariable<?>[] variables = raw.getTypeParameters();
        Map<TypeVariable<?>, JavaType> bound = new HashMap<>();
        for (int i = 0; i < Math.min(variables.length, arguments.size()); i++) {
            bound.put(variables[i], arguments.get(i));
        }
        return of(component, bound);
    }

    JavaType argument(int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(raw + " without type arguments");
        }
        return arguments.get(index);
    }
}
