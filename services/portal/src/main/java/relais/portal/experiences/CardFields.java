package relais.portal.experiences;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.ExperienceText;
import relais.portal.form.Typed;

/** The fields of the card's form, and the text that they stand for. */
final class CardFields {

    private static final String YES = "true";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00a0\\u202f€]");

    private CardFields() {}

    /**
     * What the fields say.
     *
     * @param unreadable fields with a number that is none: it is not in the text
     */
    record Read(ExperienceText text, List<String> unreadable) {}

    static Read read(Typed typed) {
        var unreadable = new ArrayList<String>();
        var text =
                new ExperienceText(
                        typed.value("title"),
                        typed.value("preview"),
                        typed.value("territory"),
                        typed.value("level"),
                        typed.texts("axes"),
                        split(typed.text("tags"), "[,;\\n]"),
                        typed.value("audience"),
                        typed.value("startedOn"),
                        typed.value("endedOn"),
                        prose(typed, "problem"),
                        prose(typed, "action"),
                        split(typed.text("partnersInvolved"), "\\n"),
                        means(typed, unreadable),
                        results(typed),
                        prose(typed, "difficulties"),
                        prose(typed, "transfer"),
                        LinkLines.read(typed.text("links")),
                        typed.has("licenceAccepted", YES),
                        typed.value("competentPartner"),
                        contact(typed),
                        typed.value("summary"));
        return new Read(text, List.copyOf(unreadable));
    }

    static Typed typed(ExperienceText text) {
        Typed typed =
                Typed.nothing()
                        .with("title", text.title())
                        .with("preview", text.preview())
                        .with("territory", text.territory())
                        .with("level", text.level())
                        .withAll("axes", text.axes())
                        .with("tags", String.join(", ", text.tags()))
                        .with("audience", text.audience())
                        .with("startedOn", text.startedOn())
                        .with("endedOn", text.endedOn())
                        .with("problem", text.problem())
                        .with("action", text.action())
                        .with("partnersInvolved", String.join("\n", text.partnersInvolved()))
                        .with("difficulties", text.difficulties())
                        .with("transfer", text.transfer())
                        .with("links", LinkLines.write(text.links()))
                        .with("competentPartner", text.competentPartner());
        if (Boolean.TRUE.equals(text.licenceAccepted())) {
            typed = typed.with("licenceAccepted", YES);
        }
        return withParts(typed, text.means(), text.results(), text.contact());
    }

    private static Typed withParts(
            Typed typed,
            Card.@Nullable Means means,
            ExperienceText.@Nullable Results results,
            ExperienceText.@Nullable Contact contact) {
        Typed whole = typed;
        if (means != null) {
            whole =
                    whole.with("means.euros", plain(means.euros()))
                            .with("means.fte", plain(means.fte()))
                            .with("means.note", means.note());
        }
        if (results != null) {
            whole = whole.with("results.kind", results.kind()).with("results.text", results.text());
        }
        if (contact != null) {
            whole =
                    whole.with("contact.name", contact.name())
                            .with("contact.email", contact.email())
                            .with("contact.visibleTo", contact.visibleTo());
        }
        return whole;
    }

    static ExperienceText.@Nullable Results results(Typed typed) {
        return anything(typed, "results.kind", "results.text")
                ? new ExperienceText.Results(
                        typed.value("results.kind"), prose(typed, "results.text"))
                : null;
    }

    private static Card.@Nullable Means means(Typed typed, List<String> unreadable) {
        return anything(typed, "means.euros", "means.fte", "means.note")
                ? new Card.Means(
                        number(typed, "means.euros", unreadable),
                        number(typed, "means.fte", unreadable),
                        prose(typed, "means.note"))
                : null;
    }

    private static ExperienceText.@Nullable Contact contact(Typed typed) {
        return anything(typed, "contact.name", "contact.email")
                ? new ExperienceText.Contact(
                        typed.value("contact.name"),
                        typed.value("contact.email"),
                        typed.value("contact.visibleTo"))
                : null;
    }

    private static boolean anything(Typed typed, String... names) {
        return Arrays.stream(names).anyMatch(name -> typed.value(name) != null);
    }

    /** People write {@code 18 000,50 €}. */
    private static @Nullable BigDecimal number(Typed typed, String name, List<String> unreadable) {
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

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : Objects.requireNonNull(number.stripTrailingZeros())
                        .toPlainString()
                        .replace('.', ',');
    }

    /** Browsers send lines that end otherwise than they were read. */
    private static @Nullable String prose(Typed typed, String name) {
        String value = typed.value(name);
        return value == null ? null : value.replace("\r\n", "\n");
    }

    private static List<String> split(String typed, String separator) {
        return Stream.of(typed.split(separator))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
