package relais.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether a schema and a released version of it read each other's bytes and mean the same by them.
 *
 * <p>Avro's own rule, which registries apply too, looks at bytes only: it lets a decimal change its
 * scale, a date become a number, and an enum with a default forget a symbol. Here those are
 * problems.
 */
final class Compatibility {

    private Compatibility() {}

    /** In plain words; empty if there are none. */
    static List<String> problems(Schema current, Schema released) {
        List<String> problems = new ArrayList<>();
        problems.addAll(reading(current, released));
        problems.addAll(reading(released, current));
        Map<String, Schema> now = leaves(current);
        leaves(released)
                .forEach(
                        (path, then) -> {
                            Schema leaf = now.getOrDefault(path, then);
                            if (!meaning(leaf).equals(meaning(then))) {
                                problems.add(
                                        path
                                                + " is "
                                                + meaning(leaf)
                                                + " and was "
                                                + meaning(then));
                            } else if (then.getType() == Schema.Type.ENUM) {
                                then.getEnumSymbols().stream()
                                        .filter(symbol -> !leaf.hasEnumSymbol(symbol))
                                        .forEach(
                                                symbol -> problems.add(path + " forgot " + symbol));
                            }
                        });
        return problems;
    }

    private static List<String> reading(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(
                        problem ->
                                problem.getType()
                                        + " at "
                                        + problem.getLocation()
                                        + ": "
                                        + problem.getMessage())
                .toList();
    }

    /** What is neither record nor array nor union, by the path to it. */
    private static Map<String, Schema> leaves(Schema schema) {
        Map<String, Schema> leaves = new TreeMap<>();
        collect("", schema, leaves);
        return leaves;
    }

    private static void collect(String path, Schema schema, Map<String, Schema> leaves) {
        switch (schema.getType()) {
            case RECORD ->
                    schema.getFields()
                            .forEach(
                                    field ->
                                            collect(
                                                    path + "/" + field.name(),
                                                    field.schema(),
                                                    leaves));
            case ARRAY -> collect(path + "/*", schema.getElementType(), leaves);
            case UNION -> schema.getTypes().forEach(branch -> collect(path, branch, leaves));
            case NULL -> {}
            default -> leaves.put(path, schema);
        }
    }

    private static String meaning(Schema leaf) {
        LogicalType logical = leaf.getLogicalType();
        if (logical == null) {
            return leaf.getFullName();
        }
        // Prints precision and scale too.
        return logical.addToSchema(Schema.create(leaf.getType())).toString();
    }
}
