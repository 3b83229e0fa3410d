package relais.history.adapter.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import relais.history.dataset.Column;
import relais.history.dataset.DatasetWords;
import relais.history.dataset.Table;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Table Schema (Frictionless) of the tables: what the columns of a CSV mean, for programs. */
public record TableSchemas(DatasetWords words) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** As text, the same in every process. */
    public String of(Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
        schema.put("name", table.code());
        schema.put("title", words.title(table, Locale.FRENCH));
        schema.put("description", words.description(table, Locale.FRENCH));
        schema.put("titleEn", words.title(table, Locale.ENGLISH));
        schema.put("descriptionEn", words.description(table, Locale.ENGLISH));
        schema.put("fields", table.columns().stream().map(this::field).toList());
        schema.put("primaryKey", table.key());
        schema.put("missingValues", List.of(""));
        return JSON.writeValueAsString(schema) + "\n";
    }

    private Map<String, Object> field(Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.type().schema());
        if (column.type() == Column.Type.DAY || column.type() == Column.Type.INSTANT) {
            field.put("format", "default");
        }
        field.put("description", words.column(column.name(), Locale.FRENCH));
        field.put("descriptionEn", words.column(column.name(), Locale.ENGLISH));
        if (column.required()) {
            field.put("constraints", Map.of("required", true));
        }
        return field;
    }
}
