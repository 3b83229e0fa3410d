package relais.portal.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.ExperienceContent;
import relais.portal.api.ExperienceText;
import relais.portal.api.FieldPaths;
import relais.portal.page.Words;

/** A field to comment on, named as in its partner's form; its value is null if empty. */
public record FieldShown(String name, @Nullable String value) {

    /** The kind of the results is spoken of with their text. */
    static final List<String> NAMES =
            ExperienceText.cardFields().filter(name -> !name.equals("results.kind")).toList();

    /** The fields alone, where the card is away. */
    static List<FieldShown> all() {
        return NAMES.stream().map(name -> new FieldShown(name, null)).toList();
    }

    static List<FieldShown> of(Card card, Words words) {
        return NAMES.stream().map(name -> new FieldShown(name, value(name, card, words))).toList();
    }

    private static @Nullable String value(String name, Card card, Words words) {
        Card.Experience experience = card.experience();
        return switch (name) {
            case "title" -> card.title();
            case "preview" -> card.preview();
            case "territory" -> card.territory().name();
            case "level" -> words.code("level", card.level());
            case "axes" ->
                    joined(card.axes().stream().map(axis -> words.code("axis", axis)).toList());
            case "tags" -> joined(card.tags());
            case "competentPartner" ->
                    experience == null || experience.competentPartner() == null
                            ? null
                            : experience.competentPartner().name();
            default -> experience == null ? null : content(name, experience.content(), words);
        };
    }

    private static @Nullable String content(String name, ExperienceContent content, Words words) {
        Object value = FieldPaths.value(content, name);
        return switch (name) {
            case "startedOn", "endedOn" -> value == null ? null : words.typed((String) value);
            case "means.euros" -> value == null ? null : words.euros((BigDecimal) value);
            default ->
                    switch (value) {
                        case null -> null;
                        case Number number -> words.number(number);
                        case List<?> several ->
                                joined(several.stream().map(FieldShown::entry).toList());
                        case Object text -> text.toString();
                    };
        };
    }

    private static String entry(Object entry) {
        return switch (entry) {
            case ExperienceContent.Link link -> link.label() + " " + link.url();
            case ExperienceContent.Picture picture -> Objects.toString(picture.alternative(), "");
            case ExperienceContent.AttachedDocument document ->
                    Objects.toString(document.title(), "");
            case null, default -> Objects.toString(entry);
        };
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(", "));
    }
}
