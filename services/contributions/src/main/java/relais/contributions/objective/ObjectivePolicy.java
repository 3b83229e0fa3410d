package relais.contributions.objective;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Standing;

/**
 * The business rules of an objective, by name; {@link #of} says which ones each command meets. All
 * the rules of a command are checked, so that one answer names everything to mend.
 */
enum ObjectivePolicy {
    /** The committee's secretariat sets the objectives. */
    SECRETARY_ONLY(judged -> Standing.secretary(judged.circumstances())),
    /** The partner that follows the indicator reports measures too. */
    SECRETARY_OR_STEWARD(ObjectiveRules::secretaryOrSteward),
    /** What was withdrawn stays as it was. */
    STILL_OPEN(ObjectiveRules::stillOpen),
    SOUND_AIM(ObjectiveRules::soundAim),
    /** From a baseline that is the target there is no way to go. */
    TARGET_IS_ELSEWHERE(ObjectiveRules::targetIsElsewhere),
    /** An objective is set for a day to come; one that is overdue may keep its day. */
    DUE_IN_TIME_TO_COME(ObjectiveRules::dueInTimeToCome),
    /** A steward that is named anew is registered and active. */
    STEWARD_CAN_ANSWER(ObjectiveRules::stewardCanAnswer),
    SOUND_MEASURE(ObjectiveRules::soundMeasure),
    MEASURES_ARE_BOUNDED(ObjectiveRules::measuresAreBounded),
    REASON_GIVEN(ObjectiveRules::reasonGiven),
    READABLE_NOTE(ObjectiveRules::readableNote);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    ObjectivePolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<ObjectivePolicy> of(ObjectiveCommand command) {
        return switch (command) {
            case ObjectiveCommand.Set _ ->
                    List.of(
                            SECRETARY_ONLY,
                            SOUND_AIM,
                            TARGET_IS_ELSEWHERE,
                            DUE_IN_TIME_TO_COME,
                            STEWARD_CAN_ANSWER,
                            READABLE_NOTE);
            case ObjectiveCommand.Revise _ ->
                    List.of(
                            SECRETARY_ONLY,
                            STILL_OPEN,
                            SOUND_AIM,
                            TARGET_IS_ELSEWHERE,
                            DUE_IN_TIME_TO_COME,
                            STEWARD_CAN_ANSWER,
                            READABLE_NOTE);
            case ObjectiveCommand.Measure _ ->
                    List.of(
                            SECRETARY_OR_STEWARD,
                            STILL_OPEN,
                            SOUND_MEASURE,
                            MEASURES_ARE_BOUNDED,
                            READABLE_NOTE);
            case ObjectiveCommand.Withdraw _ -> List.of(SECRETARY_ONLY, STILL_OPEN, REASON_GIVEN);
        };
    }
}
