package relais.contributions.action;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Standing;

/**
 * The business rules of an action, by name; {@link #of} says which ones each command meets. All the
 * rules of a command are checked, so that one answer names everything to mend.
 */
enum ActionPolicy {
    /** The committee's secretariat plans. */
    SECRETARY_ONLY(judged -> Standing.secretary(judged.circumstances())),
    /** The partner that answers for it keeps it up to date, or the secretariat for it. */
    LEAD_OR_SECRETARY(ActionRules::leadOrSecretary),
    /** What minutes decided, only the service itself plans. */
    SERVICE_ONLY(ActionRules::serviceOnly),
    /** What was completed or abandoned stays as it was. */
    STILL_OPEN(ActionRules::stillOpen),
    /** The plan itself: see {@link PlanPolicy}. */
    SOUND_PLAN(ActionRules::soundPlan),
    /** The events are filed under the lead partner's territory, so it has to be known. */
    LEAD_IS_KNOWN(ActionRules::leadIsKnown),
    SOUND_PROGRESS(ActionRules::soundProgress),
    COMPLETED_BY_NOW(ActionRules::completedByNow),
    REASON_GIVEN(ActionRules::reasonGiven),
    READABLE_TEXTS(ActionRules::readableTexts);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    ActionPolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<ActionPolicy> of(ActionCommand command) {
        return switch (command) {
            case ActionCommand.Plan _ -> List.of(SECRETARY_ONLY, SOUND_PLAN);
            case ActionCommand.PlanDecided _ -> List.of(SERVICE_ONLY, LEAD_IS_KNOWN);
            case ActionCommand.Revise _ ->
                    List.of(LEAD_OR_SECRETARY, STILL_OPEN, SOUND_PLAN, READABLE_TEXTS);
            case ActionCommand.Progress _ -> List.of(LEAD_OR_SECRETARY, STILL_OPEN, SOUND_PROGRESS);
            case ActionCommand.Complete _ ->
                    List.of(LEAD_OR_SECRETARY, STILL_OPEN, COMPLETED_BY_NOW, READABLE_TEXTS);
            case ActionCommand.Abandon _ -> List.of(LEAD_OR_SECRETARY, STILL_OPEN, REASON_GIVEN);
        };
    }
}
