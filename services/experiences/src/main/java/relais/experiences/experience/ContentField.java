package relais.experiences.experience;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a card that a reviewer may speak of, as the JSON of a card names them. */
enum ContentField {
    TITLE("title"),
    PREVIEW("preview"),
    TERRITORY("territory"),
    LEVEL("level"),
    AXES("axes"),
    TAGS("tags"),
    AUDIENCE("audience"),
    STARTED_ON("startedOn"),
    ENDED_ON("endedOn"),
    PROBLEM("problem"),
    ACTION("action"),
    PARTNERS_INVOLVED("partnersInvolved"),
    MEANS("means", "euros", "fte", "note"),
    RESULTS("results", "kind", "text"),
    DIFFICULTIES("difficulties"),
    TRANSFER("transfer"),
    LINKS("links", "label", "url"),
    LICENCE_ACCEPTED("licenceAccepted"),
    COMPETENT_PARTNER("competentPartner");

    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z]+)(\\[\\d{1,3}])?(?:\\.([a-z]+))?");

    private final String field;

    /** Separated by blanks. */
    private final String parts;

    ContentField(String field, String... parts) {
        this.field = field;
        this.parts = String.join(" ", parts);
    }

    /** Whether it names a field, one entry of a list, or a part: {@code links[0].url}. */
    static boolean isNamed(String text) {
        Matcher name = FORM.matcher(text);
        return name.matches()
                && Arrays.stream(values())
                        .filter(known -> known.field.equals(name.group(1)))
                        .anyMatch(
                                known ->
                                        (name.group(2) == null || known.isList())
                                                && (name.group(3) == null
                                                        || known.hasPart(name.group(3))));
    }

    /** All of them, for people. */
    static String names() {
        return Arrays.stream(values()).map(each -> each.field).collect(Collectors.joining(", "));
    }

    private boolean hasPart(String part) {
        return List.of(parts.split(" ")).contains(part);
    }

    private boolean isList() {
        return switch (this) {
            case AXES, TAGS, PARTNERS_INVOLVED, LINKS -> true;
            default -> false;
        };
    }
}
