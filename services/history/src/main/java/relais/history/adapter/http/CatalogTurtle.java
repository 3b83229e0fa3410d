package relais.history.adapter.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A tree of JSON-LD as {@link Catalog} makes it, written as Turtle. */
final class CatalogTurtle {

    private final StringBuilder out = new StringBuilder();
    private final Set<JsonNode> written = new HashSet<>();

    private CatalogTurtle() {}

    static String of(JsonNode root) {
        CatalogTurtle turtle = new CatalogTurtle();
        Catalog.PREFIXES.forEach(
                prefix ->
                        turtle.out
                                .append("@prefix ")
                                .append(prefix.getKey())
                                .append(": <")
                                .append(prefix.getValue())
                                .append("> .\n"));
        turtle.subject(root);
        return turtle.out.toString();
    }

    /** A node and those that it holds, which have a name, after it. */
    private void subject(JsonNode node) {
        if (!written.add(node)) {
            return;
        }
        List<JsonNode> named = new ArrayList<>();
        out.append('\n').append(iri(node.path("@id").asString()));
        properties(node, named, "    ");
        out.append(" .\n");
        named.forEach(this::subject);
    }

    private void properties(JsonNode node, List<JsonNode> named, String indent) {
        String between = "";
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            if (name.equals("@id")) {
                continue;
            }
            out.append(between).append('\n').append(indent);
            between = " ;";
            if (name.equals("@type")) {
                out.append("a ").append(property.getValue().asString());
                continue;
            }
            out.append(name).append(' ');
            String comma = "";
            for (JsonNode value : values(property.getValue())) {
                out.append(comma);
                comma = ", ";
                value(value, named, indent);
            }
        }
    }

    private static Iterable<JsonNode> values(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }

    private void value(JsonNode value, List<JsonNode> named, String indent) {
        if (value.has("@value")) {
            out.append('"').append(escaped(value.path("@value").asString())).append('"');
            if (value.has("@language")) {
                out.append('@').append(value.path("@language").asString());
            } else if (value.has("@type")) {
                out.append("^^").append(value.path("@type").asString());
            }
        } else if (value.has("@id")) {
            out.append(iri(value.path("@id").asString()));
            if (value.size() > 1) {
                named.add(value);
            }
        } else {
            out.append('[');
            properties(value, named, indent + "    ");
            out.append(" ]");
        }
    }

    private static String iri(String iri) {
        return "<" + iri + ">";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
