package relais.codec;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes of types, each made once. */
final class Shapes {

    private static final Map<JavaType, Shape> MADE = new ConcurrentHashMap<>();

    private final Map<JavaType, Shape> made = new HashMap<>();

    /** Of the types that hold the one being read. */
    private final Map<JavaType, DeferredShape> pending = new HashMap<>();

    private Shapes() {}

    /**
     * @throws IllegalArgumentException if the type, or one it holds, cannot be stored
     */
    static Shape of(JavaType type) {
        Shape known = MADE.get(type);
        if (known != null) {
            return known;
        }
        Shapes shapes = new Shapes();
        Shape shape = shapes.shape(type);
        MADE.putAll(shapes.made);
        return shape;
    }

    /** Whether this is for records and what they are made of to say, and not for the driver. */
    static boolean isOurs(Class<?> type) {
        return type.isRecord()
                || type.isEnum()
                || isUnion(type)
                || type.isAnnotationPresent(StoredType.class)
                || type == LocalDate.class
                || type == BigDecimal.class;
    }

    private static boolean isUnion(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    private Shape shape(JavaType type) {
        Shape known = made.getOrDefault(type, MADE.get(type));
        if (known != null) {
            return known;
        }
        DeferredShape holder = pending.get(type);
        if (holder != null) {
            return holder;
        }
        DeferredShape deferred = new DeferredShape();
        pending.put(type, deferred);
        Shape shape = read(type);
        deferred.resolve(shape);
        pending.remove(type);
        made.put(type, shape);
        return shape;
    }

    private Shape read(JavaType type) {
        Class<?> raw = type.raw();
        ScalarShape scalar = ScalarShape.of(raw);
        if (scalar != null) {
            return scalar;
        }
        StoredType stored = raw.getAnnotation(StoredType.class);
        if (stored != null && stored.asText()) {
            return ScalarShape.text(Handles.parser(raw));
        }
        if (raw.isEnum()) {
            return constants(raw);
        }
        if (Set.class.isAssignableFrom(raw)) {
            return CollectionShape.set(shape(type.argument(0)));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return CollectionShape.list(shape(type.argument(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type);
        }
        if (isUnion(raw)) {
            return union(type);
        }
        if (!raw.isRecord()) {
            throw new IllegalArgumentException(raw + " cannot be stored");
        }
        if (raw.getRecordComponents().length == 1 && (stored == null || !stored.asDocument())) {
            RecordComponent only = raw.getRecordComponents()[0];
            if (shape(type.resolve(only.getGenericType())) instanceof ScalarShape its) {
                Function<@Nullable Object[], Object> make = Handles.constructor(raw);
                return its.mapped(Shapes.required(only), value -> make.apply(new Object[] {value}));
            }
        }
        return record(type);
    }

    /** The only component of a record of one: the record would not be there without it. */
    private static Function<Object, Object> required(RecordComponent component) {
        Function<Object, @Nullable Object> get = Handles.getter(component.getAccessor());
        return value -> {
            Object its = get.apply(value);
            if (its == null) {
                throw new IllegalArgumentException("Nothing in " + value);
            }
            return its;
        };
    }

    private static ScalarShape constants(Class<?> type) {
        Map<Object, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return new ScalarShape(
                constant -> ((Enum<?>) constant).name(),
                name -> {
                    Object constant = byName.get(name);
                    if (constant == null) {
                        throw new IllegalArgumentException("no constant " + name);
                    }
                    return constant;
                },
                null);
    }

    private Shape map(JavaType type) {
        if (shape(type.argument(0)) instanceof ScalarShape key) {
            return new MapShape(key, shape(type.argument(1)));
        }
        throw new IllegalArgumentException(type.argument(0).raw() + " cannot be a field's name");
    }

    private Shape union(JavaType type) {
        StoredType stored = type.raw().getAnnotation(StoredType.class);
        String discriminator = stored == null ? "type" : stored.discriminator();
        SealedShape union = new SealedShape(type.raw().getSimpleName(), discriminator);
        variants(type.raw())
                .forEach(
                        variant ->
                                union.add(
                                        variant,
                                        name(variant),
                                        record(new JavaType(variant, type.arguments()))));
        return union;
    }

    private static Stream<Class<?>> variants(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(variant -> isUnion(variant) ? variants(variant) : Stream.of(variant));
    }

    private static String name(Class<?> variant) {
        StoredType stored = variant.getAnnotation(StoredType.class);
        return stored == null || stored.value().isEmpty()
                ? variant.getSimpleName()
                : stored.value();
    }

    private RecordShape record(JavaType type) {
        if (!type.raw().isRecord()) {
            throw new IllegalArgumentException(type.raw() + " is no record");
        }
        List<RecordShape.Part> parts = new ArrayList<>();
        for (RecordComponent component : type.raw().getRecordComponents()) {
            StoredField stored = component.getAnnotation(StoredField.class);
            if (stored != null && stored.unwrapped()) {
                parts.add(unwrapped(type, component));
            } else {
                parts.add(field(type, component, stored));
            }
        }
        return new RecordShape(parts, derived(type), Handles.constructor(type.raw()));
    }

    private RecordShape.Part unwrapped(JavaType type, RecordComponent component) {
        return new RecordShape.Unwrapped(
                record(type.resolve(component.getGenericType())),
                Handles.getter(component.getAccessor()),
                isNullable(component));
    }

    private RecordShape.Field field(
            JavaType type, RecordComponent component, @Nullable StoredField stored) {
        JavaType of = type.resolve(component.getGenericType());
        Shape shape;
        try {
            shape =
                    stored != null && !stored.keyedBy().isEmpty()
                            ? keyed(of, stored.keyedBy())
                            : shape(of);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    type.raw().getSimpleName() + "." + component.getName() + ": " + e.getMessage(),
                    e);
        }
        return new RecordShape.Field(
                type.raw().getSimpleName(),
                stored == null || stored.name().isEmpty() ? component.getName() : stored.name(),
                shape,
                Handles.getter(component.getAccessor()),
                isNullable(component),
                (stored != null && stored.omittedIfEmpty())
                        || (omitsEmpty(type.raw()) && !(shape instanceof ScalarShape)),
                stored != null && stored.zeroIfAbsent());
    }

    private Shape keyed(JavaType map, String name) {
        JavaType value = map.argument(1);
        return Arrays.stream(value.raw().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(
                        component ->
                                new KeyedShape(
                                        CollectionShape.list(shape(value)), required(component)))
                .orElseThrow(() -> new IllegalArgumentException(value.raw() + " has no " + name));
    }

    private List<RecordShape.Field> derived(JavaType type) {
        List<RecordShape.Field> derived = new ArrayList<>();
        for (Method method : type.raw().getDeclaredMethods()) {
            StoredField stored = method.getAnnotation(StoredField.class);
            if (stored != null && !isAccessor(type.raw(), method)) {
                JavaType result = type.resolve(method.getGenericReturnType());
                derived.add(
                        new RecordShape.Field(
                                type.raw().getSimpleName(),
                                stored.name().isEmpty() ? method.getName() : stored.name(),
                                shape(result.raw() == Optional.class ? result.argument(0) : result),
                                Handles.getter(method),
                                true,
                                stored.omittedIfEmpty(),
                                false));
            }
        }
        // Reflection knows no order of methods; documents have one.
        derived.sort((one, other) -> one.name().compareTo(other.name()));
        return derived;
    }

    private static boolean isAccessor(Class<?> type, Method method) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().equals(method));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean omitsEmpty(Class<?> type) {
        StoredType stored = type.getAnnotation(StoredType.class);
        return stored != null && stored.omitsEmpty();
    }
}
