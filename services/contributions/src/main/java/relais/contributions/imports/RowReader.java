package relais.contributions.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.imports.ImportRow.Meaning;
import relais.contributions.imports.ImportRow.Said;
import relais.web.JsonProblems;
import relais.web.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a row of JSON as the call that it stands for. */
@Component
final class RowReader {

    private static final String OPERATION = "operation";
    private static final Set<String> SAID =
            Set.of(ImportedOperation.REF, OPERATION, "occurredAt", "partner", "as", "mandate");

    private final Map<String, ImportedOperation<?>> operations = new TreeMap<>();
    private final JsonMapper json;

    RowReader(List<ImportedOperations> kinds, JsonMapper json) {
        kinds.forEach(kind -> kind.operations().forEach(one -> operations.put(one.name(), one)));
        this.json = json.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    }

    /** In the order of the alphabet. */
    Collection<String> names() {
        return operations.keySet();
    }

    /**
     * @param number of the row, from 1
     */
    ImportRow read(int number, ObjectNode row) {
        List<Refusal> refusals = new ArrayList<>();
        ObjectNode resolved = row.deepCopy();
        new References(refusals).resolve(resolved);
        Said said = said(resolved, refusals);
        String name = text(resolved, OPERATION, refusals);
        ImportedOperation<?> operation = name == null ? null : operations.get(name);
        if (operation == null) {
            refusals.add(
                    name == null
                            ? Refusal.invalid(OPERATION, "required")
                            : Refusal.invalid(
                                    OPERATION,
                                    "unknown-operation",
                                    String.join(", ", operations.keySet())));
            return new ImportRow(number, said, "", new Meaning.Unclear(null, refusals));
        }
        String content = content(row, operation);
        return new ImportRow(
                number, said, content, meaning(operation, said, content, resolved, refusals));
    }

    private <B> Meaning meaning(
            ImportedOperation<B> operation,
            Said said,
            String content,
            ObjectNode row,
            List<Refusal> refusals) {
        Map<String, String> named = new HashMap<>();
        nameCreated(operation, said, content, named, refusals);
        if (!operation.creates()) {
            name(operation.target(), row, named, refusals);
        }
        operation.alsoNamed().forEach(field -> name(field, row, named, refusals));
        ObjectNode rest = row.deepCopy();
        rest.remove(SAID);
        rest.remove(named.keySet());
        rest.remove(operation.alsoNamed());
        rest.remove(operation.target());
        B body = body(operation, rest, refusals);
        String id =
                operation.creates()
                        ? named.get(ImportedOperation.REF)
                        : named.get(operation.target());
        return body == null || id == null || !refusals.isEmpty()
                ? new Meaning.Unclear(id, refusals)
                : new Meaning.Understood(
                        id,
                        operation.target(),
                        operation.creates(),
                        new CalledStep<>(operation, new NamedOfRow(id, named), body));
    }

    /** What a row creates has an id by its name; a part without a name has one by the row. */
    private static void nameCreated(
            ImportedOperation<?> operation,
            Said said,
            String content,
            Map<String, String> named,
            List<Refusal> refusals) {
        String ref = said.ref();
        if (operation.prefix().isEmpty()) {
            if (ref != null) {
                refusals.add(Refusal.invalid(ImportedOperation.REF, "ref-needless"));
            }
        } else if (ref == null && operation.creates()) {
            refusals.add(Refusal.invalid(ImportedOperation.REF, "required"));
        } else if (ref != null && !ImportedIds.isName(ref)) {
            refusals.add(Refusal.invalid(ImportedOperation.REF, "ref-form"));
        } else {
            named.put(
                    ImportedOperation.REF,
                    ImportedIds.of(operation.prefix(), ref == null ? content : ref));
        }
    }

    private static void name(
            String field, ObjectNode row, Map<String, String> named, List<Refusal> refusals) {
        int before = refusals.size();
        String id = text(row, field, refusals);
        if (id != null) {
            named.put(field, id);
        } else if (refusals.size() == before) {
            refusals.add(Refusal.invalid(field, "required"));
        }
    }

    private <B> @Nullable B body(
            ImportedOperation<B> operation, ObjectNode rest, List<Refusal> refusals) {
        try {
            return json.treeToValue(rest, operation.body());
        } catch (JacksonException e) {
            Violation wrong = JsonProblems.violation("row", e);
            refusals.add(Refusal.invalid(wrong.field(), wrong.code(), wrong.args().toArray()));
            return null;
        }
    }

    private String content(ObjectNode row, ImportedOperation<?> operation) {
        ObjectNode told = row.deepCopy();
        told.remove(operation.untold());
        return json.writeValueAsString(told);
    }

    private static Said said(ObjectNode row, List<Refusal> refusals) {
        return new Said(
                text(row, ImportedOperation.REF, refusals),
                text(row, "occurredAt", refusals),
                text(row, "partner", refusals),
                text(row, "as", refusals),
                text(row, "mandate", refusals));
    }

    private static @Nullable String text(ObjectNode row, String field, List<Refusal> refusals) {
        JsonNode value = row.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            refusals.add(Refusal.invalid(field, "string"));
            return null;
        }
        return value.asString();
    }

    private record NamedOfRow(String id, Map<String, String> named)
            implements ImportedOperation.Names {

        @Override
        public String get(String field) {
            return Objects.requireNonNull(named.get(field));
        }

        @Override
        public String part() {
            return get(ImportedOperation.REF);
        }
    }

    private record CalledStep<B>(
            ImportedOperation<B> operation, ImportedOperation.Names names, B body)
            implements ImportRow.Step {

        @Override
        public boolean isApplied(String row) {
            return operation
                    .where()
                    .find(names.id())
                    .filter(stored -> stored.importedRows().contains(row))
                    .isPresent();
        }

        @Override
        public Result<?> apply(Request request) {
            return operation.call().apply(names, body, request);
        }

        /** A body may hold the text of a message. */
        @Override
        public String toString() {
            return operation.name() + " of " + names.id();
        }
    }
}
