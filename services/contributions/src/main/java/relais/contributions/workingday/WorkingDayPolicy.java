package relais.contributions.workingday;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Standing;
import relais.contributions.action.PlanPolicy;

/**
 * The business rules of a working day, by name; {@link #of} says which ones each command meets. All
 * the rules of a command are checked, so that one answer names everything to mend.
 */
enum WorkingDayPolicy {
    /** The committee's secretariat convenes the partners and writes the minutes. */
    SECRETARY_ONLY(judged -> Standing.secretary(judged.circumstances())),
    /** Every signatory may put a point on the agenda. */
    SECRETARY_OR_SIGNATORY(MeetingRules::secretaryOrSignatory),
    /** What was held or cancelled is not moved, nor is its agenda. */
    STILL_TO_COME(MeetingRules::stillToCome),
    SOUND_MEETING(MeetingRules::soundMeeting),
    /** Only an archive tells of a day that is past. */
    ON_A_DAY_TO_COME(MeetingRules::onADayToCome),
    REASON_GIVEN(MeetingRules::reasonGiven),
    READABLE_REASON(MeetingRules::readableReason),

    SOUND_ITEM(AgendaRules::soundItem),
    /** A point links to what everyone may read: agendas are public. */
    LINKS_TO_A_PUBLIC_CARD(AgendaRules::linksToAPublicCard),
    LINKS_TO_A_VERSION_THAT_EXISTS(AgendaRules::linksToAVersionThatExists),
    AGENDA_IS_BOUNDED(AgendaRules::agendaIsBounded),
    /** Once the day is over, nothing is put on its agenda any more. */
    BEFORE_THE_DAY_IS_OVER(AgendaRules::beforeTheDayIsOver),
    ITEM_IS_ON_THE_AGENDA(AgendaRules::itemIsOnTheAgenda),

    /** A day that was cancelled has no minutes. */
    NOT_CANCELLED(MinutesRules::notCancelled),
    ON_OR_AFTER_THE_DAY(MinutesRules::onOrAfterTheDay),
    /** Minutes that replace others say what was wrong. */
    CORRECTION_IS_EXPLAINED(MinutesRules::correctionIsExplained),
    SOUND_MINUTES(MinutesRules::soundMinutes),
    /** The log takes them, with all they decide, as one record. */
    MINUTES_FIT_IN_ONE_EVENT(MinutesRules::fitInOneEvent),
    /** A decision that became an action stays; so does the action, which has a life of its own. */
    DECIDED_ACTIONS_STAY(MinutesRules::decidedActionsStay),
    /** Every decision that is to become an action could be planned now: see {@link PlanPolicy}. */
    PLANS_ARE_SOUND(MinutesRules::plansAreSound);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    WorkingDayPolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<WorkingDayPolicy> of(WorkingDayCommand command) {
        return switch (command) {
            case WorkingDayCommand.Schedule _ ->
                    List.of(SECRETARY_ONLY, SOUND_MEETING, ON_A_DAY_TO_COME);
            case WorkingDayCommand.Reschedule _ ->
                    List.of(
                            SECRETARY_ONLY,
                            STILL_TO_COME,
                            SOUND_MEETING,
                            ON_A_DAY_TO_COME,
                            READABLE_REASON);
            case WorkingDayCommand.Cancel _ -> List.of(SECRETARY_ONLY, STILL_TO_COME, REASON_GIVEN);
            case WorkingDayCommand.AddItem _ ->
                    List.of(
                            SECRETARY_OR_SIGNATORY,
                            STILL_TO_COME,
                            BEFORE_THE_DAY_IS_OVER,
                            SOUND_ITEM,
                            LINKS_TO_A_PUBLIC_CARD,
                            LINKS_TO_A_VERSION_THAT_EXISTS,
                            AGENDA_IS_BOUNDED);
            case WorkingDayCommand.RemoveItem _ ->
                    List.of(SECRETARY_ONLY, STILL_TO_COME, ITEM_IS_ON_THE_AGENDA, READABLE_REASON);
            case WorkingDayCommand.PublishMinutes _ ->
                    List.of(
                            SECRETARY_ONLY,
                            NOT_CANCELLED,
                            ON_OR_AFTER_THE_DAY,
                            CORRECTION_IS_EXPLAINED,
                            SOUND_MINUTES,
                            MINUTES_FIT_IN_ONE_EVENT,
                            DECIDED_ACTIONS_STAY,
                            PLANS_ARE_SOUND);
        };
    }
}
