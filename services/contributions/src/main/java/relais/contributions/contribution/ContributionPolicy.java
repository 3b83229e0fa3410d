package relais.contributions.contribution;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.aggregates.Refusal;

/**
 * The business rules of a contribution, by name; {@link #of} says which ones each command meets.
 * All the rules of a command are checked, so that one answer names everything to mend.
 */
enum ContributionPolicy {
    /** What only an event can cause. */
    SERVICE_ONLY(ActorRules::serviceOnly),
    /** Someone of a partner that registered, is active, and has a mandate in force. */
    ACTS_FOR_A_PARTNER(ActorRules::actsForAPartner),
    /** The partner, if there is one, and the mandate may act today. */
    IN_GOOD_STANDING(ActorRules::inGoodStanding),
    SECRETARY_ONLY(ActorRules::secretaryOnly),
    SIGNATORIES_ONLY(ActorRules::signatoriesOnly),
    SECRETARY_OR_SIGNATORY(ActorRules::secretaryOrSignatory),
    /** Those whose partner writes the text; the secretariat has no pen of its own. */
    DRAFTERS_ONLY(ActorRules::draftersOnly),
    DRAFTERS_OR_SECRETARY(ActorRules::draftersOrSecretary),
    PROPOSER_ONLY(ActorRules::proposerOnly),
    /** Those who were signatories when the consultation opened. */
    CONSULTED_ONLY(ActorRules::consultedOnly),

    /** Each command is for certain statuses only: see {@link Transitions}. */
    STATUS_ALLOWS(HistoryRules::statusAllows),
    DRAFTERS_ARE_SIGNATORIES(HistoryRules::draftersAreSignatories),
    SUPERSEDES_AN_ADOPTED_ONE(HistoryRules::supersedesAnAdoptedOne),

    SOUND_TITLES(TextRules::soundTitles),
    SOUND_SECTIONS(TextRules::soundSections),
    SECTIONS_ARE_KNOWN(TextRules::sectionsAreKnown),
    /** Others are owed a reason for what is refused, stopped or asked of them. */
    REASON_GIVEN(RemarkRules::reasonGiven),
    READABLE_REMARKS(RemarkRules::readableRemarks),

    SOUND_CITATION(EvidenceRules::soundCitation),
    EVIDENCE_IS_CITABLE(EvidenceRules::evidenceIsCitable),
    EVIDENCE_WITHIN_LIMIT(EvidenceRules::evidenceWithinLimit),
    CITED_BEFORE(EvidenceRules::citedBefore),

    SOUND_AMENDMENT(AmendmentRules::soundAmendment),
    /** One amends what one has read. */
    SECTION_HAS_NOT_MOVED(AmendmentRules::sectionHasNotMoved),
    AMENDMENT_CHANGES_SOMETHING(AmendmentRules::changesSomething),
    AMENDMENTS_WITHIN_LIMIT(AmendmentRules::withinLimit),
    /** A contribution is kept whole: what may be added to it has an end. */
    AMENDMENTS_FIT_TOGETHER(AmendmentRules::fitTogether),
    AMENDMENT_IS_OPEN(AmendmentRules::isOpen),
    /** Nobody's words are overwritten unread. */
    MOVED_TEXT_IS_RESOLVED(AmendmentRules::movedTextIsResolved),
    RESULT_FITS(AmendmentRules::resultFits),

    SOUND_DEADLINE(ConsultationRules::soundDeadline),
    TEXT_IS_WRITTEN(ConsultationRules::textIsWritten),
    SIGNATORIES_EXIST(ConsultationRules::signatoriesExist),
    AMENDMENTS_SETTLED(ConsultationRules::amendmentsSettled),
    /** By this service's clock, or an archive's date. */
    BEFORE_THE_DEADLINE(ConsultationRules::beforeTheDeadline),
    SOUND_POSITION(ConsultationRules::soundPosition),
    /** Nobody's reason takes the place of another's. */
    REASONS_FIT_TOGETHER(ConsultationRules::reasonsFitTogether),

    DEADLINE_REACHED(AdoptionRules::deadlineReached),
    QUORUM_REACHED(AdoptionRules::quorumReached),
    NO_STANDING_OBJECTION(AdoptionRules::noStandingObjection),
    NO_MODERATED_EVIDENCE(AdoptionRules::noModeratedEvidence);

    private static final List<ContributionPolicy> DRAFTER =
            List.of(DRAFTERS_ONLY, IN_GOOD_STANDING, STATUS_ALLOWS);

    private static final List<ContributionPolicy> SECRETARY =
            List.of(SECRETARY_ONLY, STATUS_ALLOWS);

    private static final List<ContributionPolicy> SERVICE = List.of(SERVICE_ONLY, STATUS_ALLOWS);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    ContributionPolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<ContributionPolicy> of(ContributionCommand command) {
        return switch (command) {
            case ContributionCommand.Open _ ->
                    List.of(
                            ACTS_FOR_A_PARTNER,
                            SECRETARY_OR_SIGNATORY,
                            STATUS_ALLOWS,
                            SOUND_TITLES,
                            DRAFTERS_ARE_SIGNATORIES,
                            SUPERSEDES_AN_ADOPTED_ONE);
            case ContributionCommand.Draft _ ->
                    join(
                            DRAFTER,
                            SOUND_TITLES,
                            SOUND_SECTIONS,
                            SECTIONS_ARE_KNOWN,
                            READABLE_REMARKS);
            case ContributionCommand.Submit _ ->
                    join(DRAFTER, TEXT_IS_WRITTEN, AMENDMENTS_SETTLED, READABLE_REMARKS);
            case ContributionCommand.Cite _ ->
                    join(
                            DRAFTER,
                            SOUND_CITATION,
                            EVIDENCE_IS_CITABLE,
                            EVIDENCE_WITHIN_LIMIT,
                            READABLE_REMARKS);
            case ContributionCommand.RemoveEvidence _ ->
                    join(DRAFTER, CITED_BEFORE, READABLE_REMARKS);
            case ContributionCommand.OutdateEvidence _, ContributionCommand.Supersede _ -> SERVICE;
            case ContributionCommand.ProposeAmendment _ ->
                    List.of(
                            SIGNATORIES_ONLY,
                            STATUS_ALLOWS,
                            SOUND_AMENDMENT,
                            SECTION_HAS_NOT_MOVED,
                            AMENDMENT_CHANGES_SOMETHING,
                            AMENDMENTS_WITHIN_LIMIT,
                            AMENDMENTS_FIT_TOGETHER,
                            REASON_GIVEN);
            case ContributionCommand.AcceptAmendment _ ->
                    join(
                            DRAFTER,
                            AMENDMENT_IS_OPEN,
                            MOVED_TEXT_IS_RESOLVED,
                            RESULT_FITS,
                            READABLE_REMARKS);
            case ContributionCommand.RejectAmendment _ ->
                    join(DRAFTER, AMENDMENT_IS_OPEN, REASON_GIVEN);
            case ContributionCommand.WithdrawAmendment _ ->
                    List.of(
                            ACTS_FOR_A_PARTNER,
                            PROPOSER_ONLY,
                            STATUS_ALLOWS,
                            AMENDMENT_IS_OPEN,
                            READABLE_REMARKS);
            case ContributionCommand.OpenConsultation _ ->
                    join(
                            SECRETARY,
                            SOUND_DEADLINE,
                            TEXT_IS_WRITTEN,
                            SIGNATORIES_EXIST,
                            AMENDMENTS_SETTLED,
                            READABLE_REMARKS);
            case ContributionCommand.TakePosition _ ->
                    List.of(
                            ACTS_FOR_A_PARTNER,
                            CONSULTED_ONLY,
                            STATUS_ALLOWS,
                            BEFORE_THE_DEADLINE,
                            SOUND_POSITION,
                            REASONS_FIT_TOGETHER);
            case ContributionCommand.CloseConsultation _ -> join(SECRETARY, REASON_GIVEN);
            case ContributionCommand.Adopt _ ->
                    join(
                            SECRETARY,
                            AMENDMENTS_SETTLED,
                            DEADLINE_REACHED,
                            QUORUM_REACHED,
                            NO_STANDING_OBJECTION,
                            NO_MODERATED_EVIDENCE,
                            READABLE_REMARKS);
            case ContributionCommand.Withdraw _ ->
                    List.of(DRAFTERS_OR_SECRETARY, IN_GOOD_STANDING, STATUS_ALLOWS, REASON_GIVEN);
        };
    }

    private static List<ContributionPolicy> join(
            List<ContributionPolicy> usual, ContributionPolicy... own) {
        return Stream.concat(usual.stream(), Stream.of(own)).toList();
    }
}
