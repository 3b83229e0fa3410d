package relais.portal.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.portal.api.WorkingCopy;
import relais.portal.form.Typed;

/**
 * The sections among the fields of the editor: {@code sections[2].heading} and so on, as the
 * service names them. Buttons add, move and remove them without a script.
 */
final class SectionFields {

    /** As many as the service keeps in a working copy. */
    static final int MOST = 120;

    private static final Pattern FIELD =
            Pattern.compile("sections\\[([0-9]{1,3})]\\.(?:id|heading|body)");
    private static final Pattern STEP = Pattern.compile("(add|up|down|remove)-([0-9]{1,3})");
    private static final String REMOVED = "removed.";

    private SectionFields() {}

    static int count(Typed typed) {
        int count = 0;
        for (String name : typed.fields().keySet()) {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                count = Math.max(count, Integer.parseInt(field.group(1)) + 1);
            }
        }
        return Math.min(count, MOST);
    }

    static List<WorkingCopy.Section> read(Typed typed) {
        var sections = new ArrayList<WorkingCopy.Section>();
        for (int i = 0; i < count(typed); i++) {
            sections.add(
                    new WorkingCopy.Section(
                            typed.value(name(i, "id")),
                            typed.value(name(i, "heading")),
                            // Line ends as services have them, spaces as they were typed.
                            typed.text(name(i, "body")).replace("\r\n", "\n")));
        }
        return sections;
    }

    /** The same fields with these sections in place of those that were there. */
    static Typed write(Typed typed, List<WorkingCopy.Section> sections) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        typed.fields()
                .forEach(
                        (name, values) -> {
                            if (!FIELD.matcher(name).matches()) {
                                fields.put(name, values);
                            }
                        });
        for (int i = 0; i < sections.size(); i++) {
            WorkingCopy.Section section = sections.get(i);
            put(fields, name(i, "id"), section.id());
            put(fields, name(i, "heading"), section.heading());
            put(fields, name(i, "body"), section.body());
        }
        return new Typed(fields);
    }

    /**
     * What a button does to the sections.
     *
     * @param typed as it is afterwards
     * @param at the section to look at next; negative for none
     * @param removed a section that was taken out and may be wanted back
     */
    record EditedSections(Typed typed, int at, WorkingCopy.@Nullable Section removed) {}

    static EditedSections apply(String button, Typed typed) {
        List<WorkingCopy.Section> sections = new ArrayList<>(read(typed));
        if (button.equals("restore")) {
            int at = Math.clamp(number(typed.text(REMOVED + "at")), 0, sections.size());
            String id = typed.value(REMOVED + "id");
            String heading = typed.value(REMOVED + "heading");
            sections.add(at, new WorkingCopy.Section(id, heading, typed.text(REMOVED + "body")));
            return new EditedSections(write(typed, sections), at, null);
        }
        Matcher step = STEP.matcher(button);
        if (!step.matches()) {
            return new EditedSections(typed, -1, null);
        }
        int at = Math.min(Integer.parseInt(step.group(2)), sections.size());
        return switch (step.group(1)) {
            case "add" -> {
                if (sections.size() < MOST) {
                    sections.add(at, new WorkingCopy.Section(null, null, ""));
                }
                yield new EditedSections(write(typed, sections), at, null);
            }
            case "up" -> moved(typed, sections, at, at - 1);
            case "down" -> moved(typed, sections, at, at + 1);
            default -> {
                WorkingCopy.Section removed = at < sections.size() ? sections.remove(at) : null;
                yield new EditedSections(write(typed, sections), at, removed);
            }
        };
    }

    private static EditedSections moved(
            Typed typed, List<WorkingCopy.Section> sections, int from, int to) {
        if (from >= sections.size() || to < 0 || to >= sections.size()) {
            return new EditedSections(typed, from, null);
        }
        sections.add(to, sections.remove(from));
        return new EditedSections(write(typed, sections), to, null);
    }

    static String name(int at, String part) {
        return "sections[" + at + "]." + part;
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        fields.put(name, List.of(Objects.requireNonNullElse(value, "")));
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
