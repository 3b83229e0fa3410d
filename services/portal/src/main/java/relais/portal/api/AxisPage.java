package relais.portal.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is aimed at, under way, adopted and new on an axis of the charter. */
public record AxisPage(
        String axis,
        Part objectives,
        Part actionsUnderWay,
        Part actionsLate,
        Part contributions,
        Part experiences,
        List<Course> courses,
        List<Sources> sources) {

    /** Some cards, and how many there are in all. */
    public record Part(long total, List<Card> items) {}

    /** How an objective went; measures in the order of their days. */
    public record Course(
            String objective,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            BigDecimal target,
            LocalDate dueOn,
            List<Card.Measure> measures) {}

    /** What a contribution cites. */
    public record Sources(String contribution, List<Card.Evidence> evidence) {}
}
