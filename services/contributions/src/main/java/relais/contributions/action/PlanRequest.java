package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, by whom, by when.
 *
 * @param lead the partner that answers for it
 * @param partnersInvolved ids of the other partners that take part
 * @param territory where it takes place, as {@code scheme:code}
 * @param dueOn the last day on which it is in time
 * @param objectives ids of those it works towards
 * @param contribution the id of the one it puts into practice
 * @param experiences ids of those it draws on
 */
@Schema(
        example =
                """
                {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                 "description": "Vingt-trois collèges restent à raccorder.",
                 "partnersInvolved": ["p-academie-18"], "territory": "departement:45",
                 "axes": ["INFRASTRUCTURE"], "dueOn": "2026-08-31", "objectives": ["o-3f9c2a"],
                 "contribution": "c-3f9c2a", "experiences": ["x-3f9c2a"]}""")
public record PlanRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String lead,
        @Nullable List<@Nullable String> partnersInvolved,
        @Nullable String territory,
        @Nullable List<@Nullable String> axes,
        @Schema(format = "date") @Nullable String dueOn,
        @Nullable List<@Nullable String> objectives,
        @Nullable String contribution,
        @Nullable List<@Nullable String> experiences) {

    public ActionCommand planning(ActionId id) {
        return new ActionCommand.Plan(id, plan());
    }

    public ProposedPlan plan() {
        return new ProposedPlan(
                title,
                description,
                lead,
                texts(partnersInvolved),
                territory,
                texts(axes),
                dueOn,
                texts(objectives),
                contribution,
                texts(experiences));
    }

    /** An absent entry is an empty one, which its rule refuses by name. */
    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> Objects.requireNonNullElse(text, "")).toList();
    }
}
