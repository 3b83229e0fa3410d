package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/**
 * A point to talk about.
 *
 * @param card the id of what it is about: an experience, a contribution, an objective, an action, a
 *     partner or another working day that everyone may read
 * @param cardVersion the version of it to talk about; absent for whichever is current on the day
 */
@Schema(
        name = "AgendaItemRequest",
        example =
                """
                {"label": "Ce que l’essai de Besançon nous apprend", "card": "x-3f9c2a",
                 "cardVersion": 4, "note": "Vingt minutes"}\
                """)
record ProposedItem(
        @Nullable String label,
        @Nullable String card,
        @Nullable Long cardVersion,
        @Nullable String note) {

    public ProposedItem {
        label = Typed.text(label);
        card = Typed.text(card);
        note = Typed.text(note);
    }
}
