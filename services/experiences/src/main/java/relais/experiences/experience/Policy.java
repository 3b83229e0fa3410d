package relais.experiences.experience;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.aggregates.Refusal;

/**
 * The business rules of an experience, by name; {@link #of} says which ones each command meets. All
 * the rules of a command are checked, so that one answer names everything to mend.
 */
public enum Policy {
    /** Only someone of a partner posts, endorses or adopts. */
    ACTS_FOR_A_PARTNER(ActorRules::actsForAPartner),
    /** The partner is one that registered. */
    PARTNER_IS_KNOWN(ActorRules::partnerIsKnown),
    /** An archive tells of nothing that a partner did before it was one. */
    PARTNER_WAS_THERE(ActorRules::partnerWasThere),
    PARTNER_IS_ACTIVE(ActorRules::partnerIsActive),
    /** A mandate acts from its first day to its end; one that this service never saw is trusted. */
    MANDATE_IS_IN_FORCE(ActorRules::mandateIsInForce),
    OWNER_ONLY(ActorRules::ownerOnly),
    COMMITTEE_ONLY(ActorRules::committeeOnly),
    /** See {@link ReviewRight}. */
    REVIEWS_ITS_TERRITORY(ActorRules::reviewsItsTerritory),
    NOT_JUDGE_OF_ITS_OWN(ActorRules::notJudgeOfItsOwn),
    /** Endorsing or adopting one's own experience says nothing. */
    ANOTHER_ONE_S_EXPERIENCE(ActorRules::anotherOnesExperience),

    /** The card itself: see {@link ContentPolicy}. */
    SOUND_CONTENT(PlaceRules::soundContent),
    /** An experience takes place in its partner's own territory or inside it. */
    WITHIN_THE_PARTNER_S_TERRITORY(PlaceRules::withinItsTerritory),
    /** "Dans le respect des compétences de chacun": see {@link Competence}. */
    COMPETENCE_BY_LEVEL(PlaceRules::competenceByLevel),
    /**
     * A partner named as competent is known, active, competent for the level, and its territory
     * covers the experience's: a part cannot answer for the whole.
     */
    COMPETENT_PARTNER_ANSWERS(PlaceRules::competentPartnerAnswers),

    /** Each command is for certain statuses only: see {@link Transitions}. */
    STATUS_ALLOWS(HistoryRules::statusAllows),
    ENDORSED_ONCE(HistoryRules::endorsedOnce),
    RETRACTS_WHAT_IT_ENDORSED(HistoryRules::retractsWhatItEndorsed),
    /** What is put forward no longer, or never was, cannot be taken back. */
    RETRACTS_WHAT_IS_PUT_FORWARD(HistoryRules::retractsWhatIsPutForward),
    /** A partner adopts again only after it ended its last adoption. */
    ADOPTED_ONCE_AT_A_TIME(HistoryRules::adoptedOnceAtATime),
    ITS_OWN_ONGOING_ADOPTION(HistoryRules::itsOwnOngoingAdoption),

    /** A partner is owed a reason when its card is returned, hidden or taken away. */
    REASON_GIVEN(CommandRules::reasonGiven),
    READABLE_TEXTS(CommandRules::readableTexts),
    SOUND_DATES(CommandRules::soundDates),
    SOUND_CONTACT(CommandRules::soundContact),
    SOUND_REPORT(CommandRules::soundReport);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    Policy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    private static final List<Policy> OWNER =
            List.of(
                    OWNER_ONLY,
                    PARTNER_IS_KNOWN,
                    PARTNER_WAS_THERE,
                    PARTNER_IS_ACTIVE,
                    MANDATE_IS_IN_FORCE,
                    STATUS_ALLOWS);

    private static final List<Policy> REVIEWER =
            List.of(
                    REVIEWS_ITS_TERRITORY,
                    NOT_JUDGE_OF_ITS_OWN,
                    PARTNER_WAS_THERE,
                    PARTNER_IS_ACTIVE,
                    MANDATE_IS_IN_FORCE,
                    STATUS_ALLOWS);

    private static final List<Policy> COMMITTEE =
            List.of(
                    COMMITTEE_ONLY,
                    NOT_JUDGE_OF_ITS_OWN,
                    PARTNER_WAS_THERE,
                    PARTNER_IS_ACTIVE,
                    MANDATE_IS_IN_FORCE,
                    STATUS_ALLOWS);

    private static final List<Policy> MEMBER =
            List.of(
                    ACTS_FOR_A_PARTNER,
                    PARTNER_IS_KNOWN,
                    PARTNER_WAS_THERE,
                    PARTNER_IS_ACTIVE,
                    MANDATE_IS_IN_FORCE,
                    STATUS_ALLOWS);

    private static final List<Policy> CARD =
            List.of(
                    SOUND_CONTENT,
                    WITHIN_THE_PARTNER_S_TERRITORY,
                    COMPETENCE_BY_LEVEL,
                    COMPETENT_PARTNER_ANSWERS);

    private static final List<Policy> SUBMITTER =
            Stream.concat(MEMBER.stream(), CARD.stream()).toList();

    private static final List<Policy> OWNER_WITH_CARD =
            Stream.concat(OWNER.stream(), CARD.stream()).toList();

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<Policy> of(ExperienceCommand command) {
        return switch (command) {
            case ExperienceCommand.Submit _ -> join(SUBMITTER, READABLE_TEXTS, SOUND_CONTACT);
            case ExperienceCommand.Return _ -> join(REVIEWER, REASON_GIVEN, READABLE_TEXTS);
            case ExperienceCommand.Resubmit _ -> OWNER_WITH_CARD;
            case ExperienceCommand.TakeBack _ -> join(OWNER, READABLE_TEXTS);
            case ExperienceCommand.Publish _ -> join(REVIEWER, READABLE_TEXTS);
            case ExperienceCommand.Revise _ -> join(OWNER_WITH_CARD, READABLE_TEXTS);
            case ExperienceCommand.Confirm _ -> join(OWNER, SOUND_DATES);
            case ExperienceCommand.Withdraw _ -> join(OWNER, REASON_GIVEN);
            case ExperienceCommand.Moderate _ -> join(COMMITTEE, REASON_GIVEN);
            case ExperienceCommand.Endorse _ ->
                    join(MEMBER, ANOTHER_ONE_S_EXPERIENCE, ENDORSED_ONCE, READABLE_TEXTS);
            case ExperienceCommand.RetractEndorsement _ ->
                    join(MEMBER, RETRACTS_WHAT_IT_ENDORSED, READABLE_TEXTS);
            case ExperienceCommand.Highlight _ -> join(COMMITTEE, READABLE_TEXTS, SOUND_DATES);
            case ExperienceCommand.RetractHighlight _ ->
                    join(COMMITTEE, RETRACTS_WHAT_IS_PUT_FORWARD, READABLE_TEXTS);
            case ExperienceCommand.Adopt _ ->
                    join(
                            MEMBER,
                            ANOTHER_ONE_S_EXPERIENCE,
                            ADOPTED_ONCE_AT_A_TIME,
                            READABLE_TEXTS,
                            SOUND_DATES);
            case ExperienceCommand.ReportAdoption _ ->
                    join(
                            MEMBER,
                            ITS_OWN_ONGOING_ADOPTION,
                            SOUND_REPORT,
                            READABLE_TEXTS,
                            SOUND_DATES);
            case ExperienceCommand.EndAdoption _ ->
                    join(MEMBER, ITS_OWN_ONGOING_ADOPTION, READABLE_TEXTS, SOUND_DATES);
        };
    }

    private static List<Policy> join(List<Policy> usual, Policy... own) {
        return Stream.concat(usual.stream(), Stream.of(own)).toList();
    }
}
