package relais.portal.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objectives and actions as the service of contributions has them: current at once. */
public final class CommitteePlan {

    private CommitteePlan() {}

    /**
     * What the committee aims at.
     *
     * @param latest absent before the first measure
     * @param progress from the baseline to the target, in percent; absent without both ends
     * @param measures absent in lists
     */
    public record Objective(
            String id,
            long version,
            String status,
            String axis,
            String title,
            String indicator,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            BigDecimal target,
            LocalDate dueOn,
            @Nullable String steward,
            @Nullable String note,
            Card.@Nullable Measure latest,
            @Nullable BigDecimal progress,
            List<Card.Measure> measures,
            @Nullable String reason) {}

    /** Who does what; lists have no reports. */
    public record Action(
            String id,
            long version,
            String status,
            boolean late,
            int percent,
            String title,
            @Nullable String description,
            String lead,
            List<String> partnersInvolved,
            String territory,
            List<String> axes,
            LocalDate dueOn,
            List<String> objectives,
            @Nullable String contribution,
            List<String> experiences,
            List<Card.Progress> reports,
            @Nullable LocalDate completedOn,
            @Nullable String reason,
            @Nullable String workingDay) {

        public boolean isOpen() {
            return status.equals("PLANNED") || status.equals("UNDER_WAY");
        }

        /** Identifiers of everything it names, to be called by their names. */
        public List<@Nullable String> mentions() {
            var ids = new ArrayList<@Nullable String>();
            ids.add(lead);
            ids.add(territory);
            ids.add(contribution);
            ids.add(workingDay);
            ids.addAll(partnersInvolved);
            ids.addAll(objectives);
            ids.addAll(experiences);
            return ids;
        }
    }
}
