package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/**
 * What someone asks of a working day, as typed: anything may be absent or wrong, so that one answer
 * names every field to correct. Each is the body of its call.
 */
public sealed interface WorkingDayCommand {

    /** Schedules a new working day. */
    record Schedule(WorkingDayId id, ProposedMeeting meeting) implements WorkingDayCommand {}

    /**
     * The whole meeting as it is from now on: what the body leaves out is no longer there. The
     * agenda stays.
     *
     * @param reason why it is moved, for those who meant to come
     */
    @Schema(
            name = "ReschedulingRequest",
            example =
                    """
                    {"date": "2026-06-25", "place": "Lyon", "territory": "commune:69123",
                     "theme": "La gouvernance partagée", "reason": "La salle n’est pas libre le 18"}\
                    """)
    record Reschedule(@JsonUnwrapped ProposedMeeting meeting, @Nullable String reason)
            implements WorkingDayCommand {

        public Reschedule {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param reason in words fit to be published
     */
    @Schema(
            name = "CancellationRequest",
            example = "{\"reason\": \"Trop peu de partenaires peuvent venir\"}")
    record Cancel(@Nullable String reason) implements WorkingDayCommand {
        public Cancel {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param item a new id
     */
    record AddItem(AgendaItemId item, ProposedItem proposed) implements WorkingDayCommand {}

    record RemoveItem(AgendaItemId item, @Nullable String reason) implements WorkingDayCommand {
        public RemoveItem {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param text in Markdown
     * @param attending ids of the partners that were there; persons are never named
     * @param decisions in order
     * @param correction what was wrong in the minutes that these replace; only then
     */
    @Schema(
            name = "MinutesRequest",
            example =
                    """
                    {"text": "# Gouvernance partagée\\n\\nDix-huit partenaires ont…",
                     "attending": ["p-mene", "p-departement-45"],
                     "decisions": [
                       {"text": "Le comité se réunit deux fois par an."},
                       {"text": "Le Loiret raccorde ses collèges avant l’été.",
                        "action": {"title": "Raccorder les collèges du Loiret",
                          "lead": "p-departement-45", "territory": "departement:45",
                          "axes": ["INFRASTRUCTURE"], "dueOn": "2026-08-31"}}]}\
                    """)
    record PublishMinutes(
            @Nullable String text,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> attending,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<ProposedDecision> decisions,
            @Nullable String correction)
            implements WorkingDayCommand {
        public PublishMinutes {
            text = Typed.text(text);
            attending = Typed.texts(attending);
            decisions = Typed.entries(decisions, ProposedDecision.EMPTY);
            correction = Typed.text(correction);
        }
    }
}
