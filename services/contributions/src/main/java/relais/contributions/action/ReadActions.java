package relais.contributions.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DecisionContext;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/** What people read of actions. Whether one is late depends on the day on which it is read. */
public final class ReadActions {

    /**
     * @param today the French civil day on which it is read
     */
    public record Reading(Stored<Action> stored, LocalDate today) {}

    /**
     * @param today the French civil day on which they are read
     */
    public record Readings(List<Actions.Listed> actions, LocalDate today) {
        public Readings {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What a reader asks a list for. What is absent is not asked.
     *
     * @param late only those that should have been done by now
     */
    public record Filter(
            boolean late,
            @Nullable Axis axis,
            @Nullable ActionStatus status,
            @Nullable PartnerId lead,
            @Nullable ObjectiveId objective,
            @Nullable ContributionId contribution) {}

    private final Actions actions;
    private final Clock clock;

    public ReadActions(Actions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    public Optional<Reading> read(ActionId id) {
        return actions.find(id).map(stored -> new Reading(stored, today()));
    }

    /** What is due first comes first. */
    public Readings list(Filter filter, Actions.@Nullable Position after, int limit) {
        LocalDate today = today();
        return new Readings(
                actions.list(
                        new Actions.Selection(
                                filter.late() ? today : null,
                                filter.axis(),
                                filter.status(),
                                filter.lead(),
                                filter.objective(),
                                filter.contribution()),
                        after,
                        limit),
                today);
    }

    private LocalDate today() {
        return DecisionContext.dayOf(clock.instant());
    }
}
