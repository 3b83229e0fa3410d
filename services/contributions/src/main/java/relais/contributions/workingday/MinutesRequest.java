package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param text in Markdown
 * @param attending ids of the partners that were there; persons are never named
 * @param decisions in order
 * @param correction what was wrong in the minutes that these replace; only then
 */
@Schema(
        example =
                """
                {"text": "# Gouvernance partagée\\n\\nDix-huit partenaires ont…",
                 "attending": ["p-mene", "p-departement-45"],
                 "decisions": [
                   {"text": "Le comité se réunit deux fois par an."},
                   {"text": "Le Loiret raccorde ses collèges avant l’été.",
                    "action": {"title": "Raccorder les collèges du Loiret",
                      "lead": "p-departement-45", "territory": "departement:45",
                      "axes": ["INFRASTRUCTURE"], "dueOn": "2026-08-31"}}]}""")
record MinutesRequest(
        @Nullable String text,
        @Nullable List<@Nullable String> attending,
        @Nullable List<@Nullable DecisionRequest> decisions,
        @Nullable String correction) {

    private static final ProposedDecision EMPTY = new ProposedDecision(null, null, null);

    public WorkingDayCommand command() {
        return new WorkingDayCommand.PublishMinutes(
                text,
                attending == null
                        ? List.of()
                        : attending.stream()
                                .map(partner -> Objects.requireNonNullElse(partner, ""))
                                .toList(),
                decisions == null
                        ? List.of()
                        : decisions.stream()
                                .map(decision -> decision == null ? EMPTY : decision.proposed())
                                .toList(),
                correction);
    }
}
