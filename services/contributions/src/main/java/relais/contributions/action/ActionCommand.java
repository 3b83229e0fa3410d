package relais.contributions.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/**
 * What someone asks of an action, as typed: anything may be absent or wrong, so that one answer
 * names every field to correct. Each is the body of its call.
 */
public sealed interface ActionCommand {

    /** Plans a new action. */
    record Plan(ActionId id, ProposedPlan plan) implements ActionCommand {}

    /**
     * The service plans what a working day decided. The plan was judged when the minutes were
     * published: what was decided is planned, whatever changed since.
     */
    record PlanDecided(ActionId id, ActionPlan plan, Origin origin) implements ActionCommand {}

    /**
     * The whole plan as it is from now on: what the body leaves out is no longer there.
     *
     * @param reason why it is revised, for those who read the history
     */
    @Schema(
            name = "PlanRevisionRequest",
            example =
                    """
                    {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                     "territory": "departement:45", "axes": ["INFRASTRUCTURE"],
                     "dueOn": "2026-12-31", "objectives": ["o-3f9c2a"],
                     "reason": "Les travaux ont pris quatre mois de retard"}\
                    """)
    record Revise(@JsonUnwrapped ProposedPlan plan, @Nullable String reason)
            implements ActionCommand {

        public Revise {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param percent how much is done, from 0 to 100; it may fall
     * @param report what was done since, or why less is done than was thought
     */
    @Schema(
            name = "ProgressRequest",
            example = "{\"percent\": 40, \"report\": \"Neuf collèges raccordés sur vingt-trois.\"}")
    record Progress(
            @Schema(minimum = "0", maximum = "100") @Nullable Integer percent,
            @Nullable String report)
            implements ActionCommand {
        public Progress {
            report = Typed.text(report);
        }
    }

    /**
     * @param completedOn absent for the day of the command
     * @param report what it brought
     */
    @Schema(
            name = "CompletionRequest",
            example =
                    """
                    {"completedOn": "2026-06-30", "report": "Tous les collèges sont raccordés."}\
                    """)
    record Complete(@Schema(format = "date") @Nullable String completedOn, @Nullable String report)
            implements ActionCommand {
        public Complete {
            completedOn = Typed.text(completedOn);
            report = Typed.text(report);
        }
    }

    /**
     * @param reason in words fit to be published
     */
    @Schema(
            name = "AbandonmentRequest",
            example = "{\"reason\": \"Le plan France très haut débit y pourvoit désormais\"}")
    record Abandon(@Nullable String reason) implements ActionCommand {
        public Abandon {
            reason = Typed.text(reason);
        }
    }
}
