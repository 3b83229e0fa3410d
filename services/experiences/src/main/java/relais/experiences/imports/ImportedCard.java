package relais.experiences.imports;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /** What a table cannot hold; a card that a row revises keeps its own. */
    private static final Set<String> FILES = Set.of("pictures", "documents");

    /** Stands for what is no amount: the rule of its field refuses it by name. */
    private static final BigDecimal NO_AMOUNT = BigDecimal.ONE.negate();

    private static final List<Field> FIELDS =
            Stream.of(ProposedContent.class.getRecordComponents())
                    .filter(component -> !FILES.contains(component.getName()))
                    .flatMap(Field::of)
                    .toList();

    private ImportedCard() {}

    /** The row's card; where a cell is empty, the present card's value if there is one. */
    static ProposedContent of(ImportRow row, @Nullable Content present) {
        ObjectNode card = present == null ? JSON.createObjectNode() : JSON.valueToTree(present);
        FIELDS.forEach(field -> field.put(row, card));
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
            ImportColumns column =
                    Arrays.stream(ImportColumns.values())
                            .filter(each -> each.header().equals(header))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("No column " + header));
            return new Field(column, whole, component.getName(), component.getGenericType());
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
