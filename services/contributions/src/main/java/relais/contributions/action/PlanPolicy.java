package relais.contributions.action;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;

/**
 * What a plan has to be, whether it comes alone or out of a decision. What an action names already
 * may stay in it, whatever became of it since: only what is new is judged.
 */
public enum PlanPolicy {
    /** What is to be done, where, and on which axes. */
    SOUND_CONTENT(PlanRules::soundContent),
    /** An action is planned for a day to come; one that is late may keep its day. */
    DUE_IN_TIME_TO_COME(PlanRules::dueInTimeToCome),
    /** The lead partner is registered and active. */
    LEAD_CAN_ANSWER(PlanRules::leadCanAnswer),
    PARTNERS_ARE_REGISTERED(PlanRules::partnersAreRegistered),
    /** It works towards objectives that are still open. */
    OBJECTIVES_ARE_OPEN(LinkRules::objectivesAreOpen),
    /** It puts a contribution into practice that everyone may read. */
    CONTRIBUTION_IS_PUBLIC(LinkRules::contributionIsPublic),
    /** It draws on experiences that everyone may read. */
    EXPERIENCES_ARE_PUBLISHED(LinkRules::experiencesArePublished);

    /** A rule of a plan, that knows what the action was to be before, if it is there. */
    @FunctionalInterface
    private interface Rule {
        Stream<Refusal> check(
                ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances);
    }

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Rule rule;

    PlanPolicy(Rule rule) {
        this.rule = rule;
    }

    /**
     * Every reason against a plan.
     *
     * @param before what the action was to be until now; absent for a new one
     */
    public static Stream<Refusal> refusals(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        return Arrays.stream(values())
                .flatMap(policy -> policy.rule.check(plan, before, circumstances));
    }
}
