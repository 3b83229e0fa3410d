package relais.contributions.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts ids in the place of references: {@code ref:name} in a field that names one kind of thing,
 * {@code ref:c:name} in one that may name any. Other fields are left alone: a text may begin as it
 * likes.
 *
 * @param refusals what is wrong is added to them
 */
record References(List<Refusal> refusals) {

    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    Map.entry("contribution", "c-"),
                    Map.entry("supersedes", "c-"),
                    Map.entry("objective", "o-"),
                    Map.entry("objectives", "o-"),
                    Map.entry("action", "ac-"),
                    Map.entry("workingDay", "wd-"),
                    Map.entry("message", "msg-"),
                    Map.entry("inReplyTo", "msg-"),
                    Map.entry("amendment", "am-"),
                    Map.entry("item", "ai-"),
                    // Of any kind: the reference says which.
                    Map.entry("subject", ""),
                    Map.entry("card", ""));

    private static final Pattern REFERENCE =
            Pattern.compile("ref:(?:(c|o|ac|wd|msg|am|ai):)?([a-z0-9-]{1,60})");

    /** Resolves every reference of a row, in place. */
    void resolve(ObjectNode row) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(row.properties())) {
            String prefix = PREFIXES.get(field.getKey());
            row.set(field.getKey(), resolved(field.getKey(), prefix, field.getValue()));
        }
    }

    private JsonNode resolved(String field, @Nullable String prefix, JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                resolve(object);
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, resolved(field, prefix, array.get(i)));
                }
                yield array;
            }
            case StringNode text when prefix != null && text.asString().startsWith("ref:") ->
                    id(prefix, text.asString())
                            .<JsonNode>map(StringNode::valueOf)
                            .orElseGet(
                                    () -> {
                                        refusals.add(Refusal.invalid(field, "reference"));
                                        return text;
                                    });
            default -> value;
        };
    }

    private static Optional<String> id(String prefix, String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String kind = matcher.group(1);
        String said = kind == null ? prefix : kind + "-";
        return said.isEmpty() || !(prefix.isEmpty() || prefix.equals(said))
                ? Optional.empty()
                : Optional.of(ImportedIds.of(said, matcher.group(2)));
    }
}
