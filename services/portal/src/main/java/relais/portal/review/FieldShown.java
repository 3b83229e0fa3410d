package relais.portal.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.Named;
import relais.portal.page.Words;

/** A field to comment on, named as in its partner's form; its value is null if empty. */
public record FieldShown(String name, @Nullable String value) {

    static final List<String> NAMES =
            List.of(
                    ("title preview territory level competentPartner axes tags audience "
                                    + "startedOn endedOn problem action partnersInvolved means.euros means.fte "
                                    + "means.note results.text difficulties transfer links")
                            .split(" "));

    /** The fields alone, where the card is away. */
    static List<FieldShown> all() {
        return NAMES.stream().map(name -> new FieldShown(name, null)).toList();
    }

    static List<FieldShown> of(Card card, Words words) {
        var fields = new ArrayList<FieldShown>();
        NAMES.forEach(name -> fields.add(new FieldShown(name, value(name, card, words))));
        return fields;
    }

    private static @Nullable String value(String name, Card card, Words words) {
        return switch (name) {
            case "title" -> card.title();
            case "preview" -> card.preview();
            case "territory" -> card.territory().name();
            case "level" -> words.code("level", card.level());
            case "axes" ->
                    joined(card.axes().stream().map(axis -> words.code("axis", axis)).toList());
            case "tags" -> joined(card.tags());
            default -> detail(name, card.experience(), words);
        };
    }

    private static @Nullable String detail(
            String name, Card.@Nullable Experience experience, Words words) {
        if (experience == null) {
            return null;
        }
        Card.Means means = experience.means();
        Card.Results results = experience.results();
        return switch (name) {
            case "competentPartner" -> name(experience.competentPartner());
            case "audience" -> experience.audience();
            case "startedOn" -> day(experience.startedOn(), words);
            case "endedOn" -> day(experience.endedOn(), words);
            case "problem" -> experience.problem();
            case "action" -> experience.action();
            case "partnersInvolved" -> joined(experience.partnersInvolved());
            case "means.euros" ->
                    means == null || means.euros() == null ? null : words.euros(means.euros());
            case "means.fte" ->
                    means == null || means.fte() == null ? null : words.number(means.fte());
            case "means.note" -> means == null ? null : means.note();
            case "results.text" -> results == null ? null : results.text();
            case "difficulties" -> experience.difficulties();
            case "transfer" -> experience.transfer();
            case "links" ->
                    joined(
                            experience.links().stream()
                                    .map(link -> link.label() + " " + link.url())
                                    .toList());
            default -> throw new IllegalArgumentException("No such field: " + name);
        };
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(", "));
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private static @Nullable String day(@Nullable LocalDate day, Words words) {
        return day == null ? null : words.day(day);
    }
}
