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

    /** What the fields say, without those whose number is unreadable. */
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
        Typed typed =
                Typed.nothing()
                        .with(
                                text,
                                "title",
                                "preview",
                                "territory",
                                "level",
                                "axes",
                                "audience",
                                "startedOn",
                                "endedOn",
                                "problem",
                                "action",
                                "difficulties",
                                "transfer",
                                "competentPartner")
                        .with("tags", String.join(", ", text.tags()))
                        .with("partnersInvolved", String.join("\n", text.partnersInvolved()))
                        .with("links", LinkLines.write(text.links()))
                        .within("results.", text.results(), "kind", "text")
                        .within("means.", text.means(), "note")
                        .within("contact.", text.contact(), "name", "email", "visibleTo");
        Card.Means means = text.means();
        if (means != null) {
            typed =
                    typed.with("means.euros", plain(means.euros()))
                            .with("means.fte", plain(means.fte()));
        }
        return Boolean.TRUE.equals(text.licenceAccepted())
                ? typed.with("licenceAccepted", YES)
                : typed;
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
