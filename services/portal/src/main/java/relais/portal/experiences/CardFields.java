package relais.portal.experiences;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.portal.api.ExperienceContent;
import relais.portal.api.ExperienceContent.Link;
import relais.portal.api.ExperienceText;
import relais.portal.api.FieldPaths;
import relais.portal.form.Typed;

/** The fields of the card's form, and the text that they stand for, by the text's own names. */
final class CardFields {

    private static final String YES = "true";

    /** More than a card has of what has fields of its own. */
    private static final int MOST_ENTRIES = 20;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00a0\\u202f€]");

    /** Who may read a contact is chosen before there is one. */
    private static final String PRESET = "contact.visibleTo";

    /** How several texts are typed into one field. */
    private record Several(String separators, String joint) {}

    private static final Map<String, Several> SEVERAL =
            Map.of(
                    "tags", new Several("[,;\\n]", ", "),
                    "partnersInvolved", new Several("\\n", "\n"),
                    "links", new Several("\\n", "\n"));

    private final Typed typed;
    private final List<String> unreadable = new ArrayList<>();

    private CardFields(Typed typed) {
        this.typed = typed;
    }

    /** What the fields say, without those whose number is unreadable. */
    record Read(ExperienceText text, List<String> unreadable) {}

    static Read read(Typed typed) {
        var fields = new CardFields(typed);
        var text = fields.read("", ExperienceText.class);
        return new Read(text, List.copyOf(fields.unreadable));
    }

    static ExperienceContent.@Nullable Results results(Typed typed) {
        return new CardFields(typed).readPart("results.", ExperienceContent.Results.class);
    }

    /**
     * Whom to ask is known since the first submission; who is competent does not change any more
     * with a revision, and only that has a summary.
     */
    static Typed sent(Typed typed, boolean revised) {
        return typed.with("contact.name", null)
                .with("contact.email", null)
                .with(revised ? "competentPartner" : "summary", null);
    }

    static Typed typed(ExperienceText text) {
        return write(Typed.nothing(), "", text);
    }

    private <R extends Record> R read(String prefix, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(prefix, components[i]);
        }
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A form is made of public records", e);
        }
    }

    /** Null if nothing of it was typed. */
    private <R extends Record> @Nullable R readPart(String prefix, Class<R> type) {
        return FieldPaths.of(type)
                        .map(part -> prefix + part)
                        .anyMatch(field -> !field.equals(PRESET) && typed.value(field) != null)
                ? read(prefix, type)
                : null;
    }

    private @Nullable Object value(String prefix, RecordComponent component) {
        String name = prefix + component.getName();
        Class<?> type = component.getType();
        if (type.isRecord()) {
            Class<? extends Record> part = type.asSubclass(Record.class);
            return FieldPaths.isUnwrapped(component)
                    ? read(prefix, part)
                    : readPart(name + ".", part);
        }
        if (type == List.class) {
            return several(name, component);
        }
        if (type == Integer.class || type == Long.class) {
            // Sizes are for the service to say.
            return null;
        }
        if (type == Boolean.class) {
            return typed.has(name, YES);
        }
        return type == BigDecimal.class ? number(name) : prose(name);
    }

    private List<?> several(String name, RecordComponent component) {
        var type = (ParameterizedType) component.getGenericType();
        if (type.getActualTypeArguments()[0] == Link.class) {
            return LinkLines.read(typed.text(name));
        }
        if (type.getActualTypeArguments()[0] instanceof Class<?> element && element.isRecord()) {
            return records(name, element.asSubclass(Record.class));
        }
        Several several = SEVERAL.get(name);
        return several == null
                ? typed.texts(name)
                : Stream.of(typed.text(name).split(several.separators()))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    /** Entries that have fields of their own, without those that are to go. */
    private <R extends Record> List<R> records(String name, Class<R> type) {
        var records = new ArrayList<R>();
        for (int i = 0; i < MOST_ENTRIES; i++) {
            String entry = entry(name, i);
            if (typed.value(entry + "hash") != null && !typed.has(entry + "remove", YES)) {
                records.add(read(entry, type));
            }
        }
        return records;
    }

    private static String entry(String name, int index) {
        return name + "[" + index + "].";
    }

    /** People write {@code 18 000,50 €}. */
    private @Nullable BigDecimal number(String name) {
        String value = typed.value(name);
        if (value == null) {
            return null;
        }
        String digits = BETWEEN_DIGITS.matcher(value).replaceAll("").replace(',', '.');
        if (!NUMBER.matcher(digits).matches()) {
            unreadable.add(name);
            return null;
        }
        return new BigDecimal(digits);
    }

    /** Browsers send lines that end otherwise than they were read. */
    private @Nullable String prose(String name) {
        String value = typed.value(name);
        return value == null ? null : value.replace("\r\n", "\n");
    }

    private static Typed write(Typed typed, String prefix, Record record) {
        Typed written = typed;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = prefix + component.getName();
            Object value = FieldPaths.value(record, component.getName());
            written =
                    switch (value) {
                        case Record part ->
                                write(
                                        written,
                                        FieldPaths.isUnwrapped(component) ? prefix : name + ".",
                                        part);
                        case List<?> several -> write(written, name, several);
                        case BigDecimal number -> written.with(name, plain(number));
                        case Boolean accepted -> accepted ? written.with(name, YES) : written;
                        case null, default -> written.with(name, value);
                    };
        }
        return written;
    }

    /** The same with these entries, and no others, in a list whose entries have fields. */
    static Typed with(Typed typed, String name, List<? extends Record> entries) {
        var fields = new LinkedHashMap<>(typed.fields());
        fields.keySet().removeIf(field -> field.startsWith(name + "["));
        Typed written = new Typed(fields);
        for (int i = 0; i < entries.size(); i++) {
            written = write(written, entry(name, i), entries.get(i));
        }
        return written;
    }

    private static Typed write(Typed typed, String name, List<?> values) {
        List<Record> entries = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Record entry && !(value instanceof Link)) {
                entries.add(entry);
            }
        }
        if (!entries.isEmpty()) {
            return with(typed, name, entries);
        }
        List<String> texts =
                values.stream()
                        .map(
                                value ->
                                        value instanceof Link link
                                                ? LinkLines.write(link)
                                                : Objects.toString(value))
                        .toList();
        Several several = SEVERAL.get(name);
        return several == null
                ? typed.withAll(name, texts)
                : typed.with(name, String.join(several.joint(), texts));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
