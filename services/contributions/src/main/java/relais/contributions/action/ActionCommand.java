package relais.contributions.action;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/** What someone asks of an action, as typed: texts may be absent or wrong. */
public sealed interface ActionCommand {

    record Plan(ActionId id, ProposedPlan plan) implements ActionCommand {}

    /**
     * The service plans what a working day decided. The plan was judged when the minutes were
     * published: what was decided is planned, whatever changed since.
     */
    record PlanDecided(ActionId id, ActionPlan plan, Origin origin) implements ActionCommand {}

    /** The whole plan anew: what is left out is no longer there. */
    record Revise(ProposedPlan plan, @Nullable String reason) implements ActionCommand {
        public Revise {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param percent how much is done, from 0 to 100; it may fall, if it is told why
     */
    record Progress(@Nullable Integer percent, @Nullable String report) implements ActionCommand {
        public Progress {
            report = Typed.text(report);
        }
    }

    /**
     * @param completedOn absent for the day of the command
     */
    record Complete(@Nullable String completedOn, @Nullable String report)
            implements ActionCommand {
        public Complete {
            completedOn = Typed.text(completedOn);
            report = Typed.text(report);
        }
    }

    record Abandon(@Nullable String reason) implements ActionCommand {
        public Abandon {
            reason = Typed.text(reason);
        }
    }
}
