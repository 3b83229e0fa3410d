package relais.experiences.imports;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.experiences.experience.Content;
import relais.experiences.experience.ProposedContent;
import relais.experiences.experience.ProposedContent.ProposedLink;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a row's cells as the JSON of a card, and that as the body of a request is read. A column of
 * the card has the name of its field, and {@code _} before the part of one: {@code means_euros}.
 */
final class ImportedCard {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> YES = Set.of("true", "oui", "yes", "1", "vrai");

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,11})?");

    /** Stands for what is no amount: the rule of its field refuses it by name. */
    private static final BigDecimal NO_AMOUNT = BigDecimal.ONE.negate();

    private static final List<FileList> FILES =
            Stream.of(ProposedContent.class.getRecordComponents()).flatMap(FileList::of).toList();

    private static final List<Field> FIELDS =
            Stream.of(ProposedContent.class.getRecordComponents())
                    .filter(component -> FileList.of(component).findAny().isEmpty())
                    .flatMap(Field::of)
                    .toList();

    private ImportedCard() {}

    /** The row's card; where a cell is empty, the present card's value if there is one. */
    static ProposedContent of(ImportRow row, @Nullable Content present) {
        ObjectNode card = present == null ? JSON.createObjectNode() : JSON.valueToTree(present);
        FIELDS.forEach(field -> field.put(row, card));
        FILES.forEach(files -> files.put(row, card));
        return JSON.treeToValue(card, ProposedContent.class);
    }

    /**
     * A field of the card with its column.
     *
     * @param whole the field that it is a part of, if it is one
     */
    private record Field(ImportColumns column, @Nullable String whole, String name, Type type) {

        static Stream<Field> of(RecordComponent component) {
            String name = component.getName();
            return component.getType().isRecord()
                    ? Stream.of(component.getType().getRecordComponents())
                            .map(part -> of(name + "_" + part.getName(), name, part))
                    : Stream.of(of(name, null, component));
        }

        private static Field of(String header, @Nullable String whole, RecordComponent component) {
            return new Field(
                    columnOf(header), whole, component.getName(), component.getGenericType());
        }

        void put(ImportRow row, ObjectNode card) {
            String cell = row.get(column);
            if (cell != null) {
                ObjectNode of = whole == null ? card : part(card, whole);
                // A consent that was given stays.
                if (type != Boolean.class || !of.path(name).asBoolean(false)) {
                    of.set(name, JSON.valueToTree(value(row, cell)));
                }
            }
        }

        private static ObjectNode part(ObjectNode card, String whole) {
            return card.get(whole) instanceof ObjectNode present ? present : card.putObject(whole);
        }

        private Object value(ImportRow row, String cell) {
            if (type instanceof ParameterizedType list) {
                List<String> several = row.several(column);
                return list.getActualTypeArguments()[0] == ProposedLink.class
                        ? several.stream().map(ImportedCard::link).toList()
                        : several;
            }
            return type == BigDecimal.class
                    ? amount(cell)
                    : type == Boolean.class ? YES.contains(cell.toLowerCase(Locale.ROOT)) : cell;
        }
    }

    /**
     * The pictures or documents of a card, with a column for each part of them: what stands at the
     * same place of these columns belongs to one file. Cells that are all empty keep the list that
     * is there; else it is made anew from them.
     */
    private record FileList(String name, Map<String, ImportColumns> parts) {

        static Stream<FileList> of(RecordComponent component) {
            String name = component.getName();
            return component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> entry
                            && entry.isRecord()
                            && entry != ProposedLink.class
                    ? Stream.of(new FileList(name, parts(name, entry)))
                    : Stream.empty();
        }

        private static Map<String, ImportColumns> parts(String name, Class<?> entry) {
            Map<String, ImportColumns> parts = new LinkedHashMap<>();
            for (RecordComponent part : entry.getRecordComponents()) {
                parts.put(part.getName(), columnOf(name + "_" + part.getName()));
            }
            return parts;
        }

        void put(ImportRow row, ObjectNode card) {
            List<ObjectNode> files = new ArrayList<>();
            parts.forEach(
                    (part, column) -> {
                        List<String> values = row.several(column);
                        for (int i = 0; i < values.size(); i++) {
                            if (i == files.size()) {
                                files.add(JSON.createObjectNode());
                            }
                            files.get(i).put(part, values.get(i));
                        }
                    });
            if (!files.isEmpty()) {
                card.putArray(name).addAll(files);
            }
        }
    }

    private static ImportColumns columnOf(String header) {
        return Arrays.stream(ImportColumns.values())
                .filter(each -> each.header().equals(header))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No column " + header));
    }

    /** Spreadsheets set in French write {@code 18 000,50}. */
    private static BigDecimal amount(String cell) {
        String number = cell.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return AMOUNT.matcher(number).matches() ? new BigDecimal(number) : NO_AMOUNT;
    }

    private static ProposedLink link(String text) {
        int equals = text.indexOf('=');
        boolean bare = equals < 0 || text.startsWith("http://") || text.startsWith("https://");
        return bare
                ? new ProposedLink(null, text)
                : new ProposedLink(text.substring(0, equals), text.substring(equals + 1));
    }
}
