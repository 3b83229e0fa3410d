package relais.portal.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import relais.portal.api.CommitteePlan;

/** What is aimed at on one axis, such as {@code USES}, and what is done towards it. */
public record AxisPlan(String axis, List<Aimed> objectives, List<CommitteePlan.Action> actions) {

    private static final BigDecimal ALL_THE_WAY = BigDecimal.valueOf(100);

    /** An objective, late if its day has gone by before its target was reached. */
    public record Aimed(CommitteePlan.Objective objective, boolean late) {

        static Aimed of(CommitteePlan.Objective objective, LocalDate today) {
            boolean reached =
                    objective.progress() != null
                            && objective.progress().compareTo(ALL_THE_WAY) >= 0;
            return new Aimed(
                    objective,
                    objective.status().equals("OPEN")
                            && objective.dueOn().isBefore(today)
                            && !reached);
        }
    }

    public boolean isEmpty() {
        return objectives.isEmpty() && actions.isEmpty();
    }
}
