package relais.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accessors and constructors of records, of private ones too, made once for each type. */
public final class Handles {

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    private Handles() {}

    public static Function<Object, @Nullable Object> getter(Method method) {
        MethodHandle handle;
        try {
            handle = lookup(method.getDeclaringClass()).unreflect(method).asType(GET);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("No access to " + method, e);
        }
        return value -> {
            try {
                return (@Nullable Object) handle.invokeExact(value);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        };
    }

    public static Function<@Nullable Object[], Object> constructor(Class<?> type) {
        Class<?>[] components =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        MethodHandle handle;
        try {
            handle =
                    lookup(type)
                            .findConstructor(type, MethodType.methodType(void.class, components))
                            .asSpreader(Object[].class, components.length)
                            .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No access to the constructor of " + type, e);
        }
        return values -> {
            try {
                return (Object) handle.invokeExact(values);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        };
    }

    /** A static method {@code of(String)}. */
    public static Function<String, Object> parser(Class<?> type) {
        MethodHandle handle;
        try {
            handle =
                    lookup(type)
                            .findStatic(type, "of", MethodType.methodType(type, String.class))
                            .asType(MethodType.methodType(Object.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no method of(String)", e);
        }
        return text -> {
            try {
                return (Object) handle.invokeExact(text);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        };
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(thrown);
    }
}
