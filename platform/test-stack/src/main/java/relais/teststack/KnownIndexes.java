package relais.teststack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What MongoDB's planner makes of the indexes of a collection, as far as that is in its rules and
 * not in the data: an index serves a filter that bounds its first field, or an order that its
 * fields have after those that the filter holds constant. Of alternatives each needs an index.
 */
final class KnownIndexes {

    private static final int MOST_ALTERNATIVES = 64;
    private static final Set<String> RANGES = Set.of("$gt", "$gte", "$lt", "$lte");

    private final List<BsonDocument> indexes = new ArrayList<>();

    /** How a filter bounds a field. */
    private enum Bound {
        ONE_VALUE,
        SOME_VALUES,
        RANGE
    }

    /**
     * @param indexes as {@code createIndexes} takes them
     */
    KnownIndexes(Collection<BsonDocument> indexes) {
        this.indexes.add(BsonDocument.parse("{key: {_id: 1}}"));
        this.indexes.addAll(indexes);
    }

    boolean serve(BsonDocument filter, BsonDocument sort) {
        return alternatives(filter).stream()
                .allMatch(
                        bounds -> indexes.stream().anyMatch(index -> serves(index, bounds, sort)));
    }

    private static boolean serves(
            BsonDocument index, Map<String, Bound> bounds, BsonDocument sort) {
        BsonDocument keys = index.getDocument("key");
        boolean partial =
                index.containsKey("sparse") || index.containsKey("partialFilterExpression");
        boolean bounded = bounds.containsKey(keys.getFirstKey());
        BsonDocument condition = index.getDocument("partialFilterExpression", new BsonDocument());
        if ((partial && !bounded) || !bounds.keySet().containsAll(condition.keySet())) {
            return false;
        }
        return sort.isEmpty() ? bounded : isInOrder(List.copyOf(keys.entrySet()), bounds, sort);
    }

    private static boolean isInOrder(
            List<Map.Entry<String, BsonValue>> keys, Map<String, Bound> bounds, BsonDocument sort) {
        int at = 0;
        int turn = 0;
        for (Map.Entry<String, BsonValue> wanted : sort.entrySet()) {
            String field = wanted.getKey();
            if (bounds.get(field) == Bound.ONE_VALUE) {
                continue;
            }
            while (at < keys.size()
                    && !keys.get(at).getKey().equals(field)
                    && isConstant(bounds.get(keys.get(at).getKey()))) {
                at++;
            }
            if (at == keys.size() || !keys.get(at).getKey().equals(field)) {
                return false;
            }
            int direction = sign(wanted.getValue()) * sign(keys.get(at).getValue());
            if (turn != 0 && direction != turn) {
                return false;
            }
            turn = direction;
            at++;
        }
        return true;
    }

    /** Several values are as many scans, whose results are merged in their order. */
    private static boolean isConstant(@Nullable Bound bound) {
        return bound == Bound.ONE_VALUE || bound == Bound.SOME_VALUES;
    }

    private static int sign(BsonValue direction) {
        return direction.asNumber().intValue() < 0 ? -1 : 1;
    }

    /** The bounds of the fields in each of the cases that a filter allows. */
    private static List<Map<String, Bound>> alternatives(BsonDocument filter) {
        List<Map<String, Bound>> all = List.of(Map.of());
        for (Map.Entry<String, BsonValue> each : filter.entrySet()) {
            all =
                    switch (each.getKey()) {
                        case "$and" -> {
                            List<Map<String, Bound>> both = all;
                            for (BsonValue part : each.getValue().asArray()) {
                                both = joined(both, alternatives(part.asDocument()));
                            }
                            yield both;
                        }
                        case "$or" -> {
                            List<Map<String, Bound>> either = new ArrayList<>();
                            for (BsonValue part : each.getValue().asArray()) {
                                either.addAll(alternatives(part.asDocument()));
                            }
                            yield joined(all, either);
                        }
                        default -> joined(all, List.of(bounds(each.getKey(), each.getValue())));
                    };
        }
        return all;
    }

    private static List<Map<String, Bound>> joined(
            List<Map<String, Bound>> some, List<Map<String, Bound>> others) {
        List<Map<String, Bound>> joined = new ArrayList<>();
        for (Map<String, Bound> one : some) {
            for (Map<String, Bound> other : others) {
                Map<String, Bound> both = new HashMap<>(one);
                other.forEach((field, bound) -> both.merge(field, bound, KnownIndexes::stronger));
                joined.add(both);
            }
        }
        if (joined.size() > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException(joined.size() + " alternatives in one filter");
        }
        return joined;
    }

    private static Bound stronger(Bound one, Bound other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** None where the values are only excluded: most documents have another one. */
    private static Map<String, Bound> bounds(String field, BsonValue condition) {
        if (field.startsWith("$")) {
            return Map.of();
        }
        if (condition.isRegularExpression()) {
            return condition.asRegularExpression().getPattern().startsWith("^")
                    ? Map.of(field, Bound.RANGE)
                    : Map.of();
        }
        if (!condition.isDocument()
                || condition.asDocument().isEmpty()
                || !condition.asDocument().getFirstKey().startsWith("$")) {
            return Map.of(field, Bound.ONE_VALUE);
        }
        Map<String, Bound> bounds = new HashMap<>();
        condition
                .asDocument()
                .forEach(
                        (operator, value) -> {
                            Bound bound = bound(operator, value);
                            if (bound != null) {
                                bounds.merge(field, bound, KnownIndexes::stronger);
                            }
                        });
        return bounds;
    }

    private static @Nullable Bound bound(String operator, BsonValue value) {
        if (RANGES.contains(operator)) {
            return Bound.RANGE;
        }
        return switch (operator) {
            case "$eq" -> Bound.ONE_VALUE;
            case "$in" -> value.asArray().size() == 1 ? Bound.ONE_VALUE : Bound.SOME_VALUES;
            case "$all" -> Bound.SOME_VALUES;
            case "$regex" ->
                    value.isString() && value.asString().getValue().startsWith("^")
                            ? Bound.RANGE
                            : null;
            default -> null;
        };
    }
}
