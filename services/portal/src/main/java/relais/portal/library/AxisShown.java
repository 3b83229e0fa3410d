package relais.portal.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.api.AxisPage;
import relais.portal.api.Card;

/** An axis with its objectives drawn and its texts beside what they cite. */
public record AxisShown(AxisPage page, List<Aimed> objectives, List<Adopted> texts) {

    /**
     * An objective.
     *
     * @param curve null if it has been measured too rarely to be drawn
     */
    public record Aimed(Card card, AxisPage.@Nullable Course course, @Nullable Curve curve) {}

    /** An adopted text and what it cites. */
    public record Adopted(Card card, List<Card.Evidence> evidence) {

        private LocalDate adoptedOn() {
            Card.Glance glance = card.glance();
            LocalDate day = glance == null ? null : glance.adoptedOn();
            return day == null ? LocalDate.MIN : day;
        }
    }

    static AxisShown of(AxisPage page) {
        Map<String, AxisPage.Course> courses =
                page.courses().stream()
                        .collect(Collectors.toMap(AxisPage.Course::objective, Function.identity()));
        Map<String, List<Card.Evidence>> sources =
                page.sources().stream()
                        .collect(
                                Collectors.toMap(
                                        AxisPage.Sources::contribution,
                                        AxisPage.Sources::evidence));
        return new AxisShown(
                page,
                page.objectives().items().stream()
                        .map(card -> aimed(card, courses.get(card.id())))
                        .toList(),
                page.contributions().items().stream()
                        .map(card -> new Adopted(card, sources.getOrDefault(card.id(), List.of())))
                        .toList());
    }

    private static Aimed aimed(Card card, AxisPage.@Nullable Course course) {
        return new Aimed(card, course, course == null ? null : Curve.of(course));
    }

    /** The texts of several axes, each once, the latest adopted first. */
    static List<Adopted> texts(List<AxisShown> axes) {
        var all = new LinkedHashMap<String, Adopted>();
        axes.forEach(axis -> axis.texts().forEach(text -> all.putIfAbsent(text.card().id(), text)));
        var sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(Adopted::adoptedOn).reversed());
        return sorted;
    }
}
