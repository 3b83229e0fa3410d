package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/**
 * The business rules of contributions. All the rules of a command are checked, in the order in
 * which refusals are answered, so that one answer names everything to correct.
 */
public final class ContributionRules
        implements NeedingType<Contribution, ContributionCommand, ContributionEvent> {

    static final TextRule REMARK = TextRule.text(2_000);

    private final QuorumRule quorum;

    /**
     * @param quorum that this deployment asks of consultations
     */
    public ContributionRules(QuorumRule quorum) {
        this.quorum = quorum;
    }

    @Override
    public Decision<ContributionEvent> decide(
            @Nullable Contribution before, ContributionCommand command, Circumstances context) {
        return switch (command) {
            case ContributionCommand.Open(ContributionId id, ContributionCommand.Opening opening) ->
                    unless(
                            Refusal.all(
                                    Standing.actsForAPartner(context),
                                    ActorRules.secretaryOrSignatory(context),
                                    Refusal.when(
                                            before != null,
                                            Refusal.conflict("id", "already-opened")),
                                    OpeningRules.isSound(opening, context)),
                            () -> Stream.of(OpeningRules.opened(id, opening, context)));
            case ContributionCommand.OnOpened change ->
                    before == null
                            ? new Decision.Refused<>(
                                    List.of(Refusal.notFound("id", "contribution-unknown")))
                            : change(before, change, context);
        };
    }

    private Decision<ContributionEvent> change(
            Contribution before, ContributionCommand.OnOpened command, Circumstances context) {
        return switch (command) {
            case ContributionCommand.Draft draft ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    TextRules.titlesAreSound(
                                            draft.title(), draft.summary(), draft.axes()),
                                    TextRules.sectionsAreSound(draft.sections()),
                                    TextRules.sectionsAreKnown(draft.sections(), before.text()),
                                    REMARK.check("note", draft.note())),
                            () -> TextRules.drafted(before.text(), draft));
            case ContributionCommand.Submit submit ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    TextRules.saysSomething(before.text()),
                                    AmendmentRules.areSettled(before),
                                    REMARK.check("note", submit.note())),
                            () -> submitted(before, submit));
            case ContributionCommand.Cite cite ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    EvidenceRules.citationIsSound(cite, before.text()),
                                    EvidenceRules.isCitable(cite, context),
                                    EvidenceRules.isWithinLimit(cite, before),
                                    REMARK.check("note", cite.note())),
                            () -> EvidenceRules.cited(before, cite, context));
            case ContributionCommand.RemoveEvidence remove ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    EvidenceRules.isCited(remove, before),
                                    REMARK.check("reason", remove.reason())),
                            () -> Stream.of(EvidenceRules.removed(remove)));
            case ContributionCommand.OutdateEvidence outdate ->
                    unless(
                            ActorRules.serviceOnly(context),
                            () -> EvidenceRules.outdated(before, outdate));
            case ContributionCommand.ProposeAmendment(
                            AmendmentId id,
                            ContributionCommand.Proposal proposal) ->
                    unless(
                            Refusal.all(
                                    Standing.signatory(context),
                                    isDrafted(before),
                                    AmendmentRules.isSound(proposal),
                                    AmendmentRules.sectionHasNotMoved(proposal, before.text()),
                                    AmendmentRules.changesSomething(proposal, before.text()),
                                    AmendmentRules.isWithinLimit(id, before),
                                    AmendmentRules.fitTogether(proposal, before),
                                    REMARK.required("reason", proposal.reason())),
                            () ->
                                    Stream.of(
                                            AmendmentRules.proposed(
                                                    id, proposal, before.text(), context)));
            case ContributionCommand.OnAmendment answer -> answer(before, answer, context);
            case ContributionCommand.OpenConsultation open ->
                    unless(
                            Refusal.all(
                                    Standing.secretary(context),
                                    isDrafted(before),
                                    ConsultationRules.deadlineIsSound(open.deadline(), context),
                                    TextRules.saysSomething(before.text()),
                                    ConsultationRules.signatoriesExist(context),
                                    AmendmentRules.areSettled(before),
                                    REMARK.check("note", open.note())),
                            () -> Stream.of(ConsultationRules.opened(open, context, quorum)));
            case ContributionCommand.TakePosition take ->
                    unless(
                            Refusal.all(
                                    Standing.actsForAPartner(context),
                                    ActorRules.consultedOnly(before, context),
                                    isConsultedOn(before),
                                    ConsultationRules.isBeforeTheDeadline(before, context),
                                    ConsultationRules.positionIsSound(take),
                                    ConsultationRules.reasonsFitTogether(take, before, context)),
                            () -> ConsultationRules.taken(take, before, context));
            case ContributionCommand.CloseConsultation(@Nullable String reason) ->
                    unless(
                            Refusal.all(
                                    Standing.secretary(context),
                                    isConsultedOn(before),
                                    REMARK.required("reason", reason)),
                            () ->
                                    Stream.of(
                                            new ContributionEvent.ConsultationClosed(
                                                    requireNonNull(reason))));
            case ContributionCommand.Adopt(@Nullable String note) ->
                    unless(
                            Refusal.all(
                                    Standing.secretary(context),
                                    isConsultedOn(before),
                                    ConsultationRules.nothingBlocksAdoption(before, context),
                                    REMARK.check("note", note)),
                            () ->
                                    Stream.of(
                                            new ContributionEvent.Adopted(
                                                    context.day(), before.supersedes(), note)));
            case ContributionCommand.Withdraw(@Nullable String reason) ->
                    unless(
                            Refusal.all(
                                    ActorRules.draftersOrSecretary(before, context),
                                    Standing.refusals(context),
                                    isNotAdopted(before),
                                    REMARK.required("reason", reason)),
                            () ->
                                    Stream.of(
                                            new ContributionEvent.Withdrawn(
                                                    requireNonNull(reason))));
            case ContributionCommand.Supersede(ContributionId by) ->
                    unless(
                            ActorRules.serviceOnly(context),
                            () ->
                                    Stream.of(by)
                                            .filter(
                                                    _ ->
                                                            before.status()
                                                                    == ContributionStatus.ADOPTED)
                                            .map(ContributionEvent.Superseded::new));
        };
    }

    private static Decision<ContributionEvent> answer(
            Contribution before, ContributionCommand.OnAmendment command, Circumstances context) {
        return switch (command) {
            case ContributionCommand.AcceptAmendment(
                            AmendmentId id,
                            ContributionCommand.Acceptance acceptance) ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    AmendmentRules.isOpen(id, before),
                                    AmendmentRules.movedTextIsResolved(id, acceptance, before),
                                    AmendmentRules.resultFits(id, acceptance, before),
                                    REMARK.check("comment", acceptance.comment())),
                            () -> Stream.of(AmendmentRules.accepted(id, acceptance, before)));
            case ContributionCommand.RejectAmendment(
                            AmendmentId id,
                            ContributionCommand.Reason(@Nullable String reason)) ->
                    unless(
                            Refusal.all(
                                    isWorkOfADrafter(before, context),
                                    AmendmentRules.isOpen(id, before),
                                    REMARK.required("reason", reason)),
                            () ->
                                    Stream.of(
                                            new ContributionEvent.AmendmentRejected(
                                                    id, requireNonNull(reason))));
            case ContributionCommand.WithdrawAmendment(
                            AmendmentId id,
                            ContributionCommand.Reason(@Nullable String reason)) ->
                    unless(
                            Refusal.all(
                                    Standing.actsForAPartner(context),
                                    ActorRules.proposerOnly(id, before, context),
                                    isDrafted(before),
                                    AmendmentRules.isOpen(id, before),
                                    REMARK.check("reason", reason)),
                            () -> Stream.of(new ContributionEvent.AmendmentWithdrawn(id, reason)));
        };
    }

    /** All the reasons at once, or events; nothing to be done where there are none. */
    private static Decision<ContributionEvent> unless(
            Stream<Refusal> refusals, Supplier<Stream<ContributionEvent>> events) {
        List<Refusal> all = refusals.toList();
        if (!all.isEmpty()) {
            return new Decision.Refused<>(all);
        }
        List<ContributionEvent> happened = events.get().toList();
        return happened.isEmpty() ? new Decision.Unchanged<>() : new Decision.Accepted<>(happened);
    }

    /** Those whose partner writes the text do this; the secretariat has no pen of its own. */
    private static Stream<Refusal> isWorkOfADrafter(Contribution before, Circumstances context) {
        return Refusal.all(
                ActorRules.draftersOnly(before, context),
                Standing.refusals(context),
                isDrafted(before));
    }

    private static Stream<Refusal> isDrafted(Contribution before) {
        return isIn(before, "only-while-drafting", ContributionStatus.DRAFTING);
    }

    private static Stream<Refusal> isConsultedOn(Contribution before) {
        return isIn(before, "only-in-consultation", ContributionStatus.CONSULTATION);
    }

    private static Stream<Refusal> isNotAdopted(Contribution before) {
        return isIn(
                before,
                "only-before-adoption",
                ContributionStatus.DRAFTING,
                ContributionStatus.CONSULTATION);
    }

    private static Stream<Refusal> isIn(
            Contribution before, String code, ContributionStatus... allowed) {
        return Refusal.when(
                !List.of(allowed).contains(before.status()),
                Refusal.conflict("status", code, before.status()));
    }

    private static Stream<ContributionEvent> submitted(
            Contribution before, ContributionCommand.Submit submit) {
        return before.isSubmitted()
                ? Stream.empty()
                : Stream.of(
                        new ContributionEvent.Submitted(before.text().version(), submit.note()));
    }

    @Override
    public Needs needs(@Nullable Contribution before, ContributionCommand command) {
        return switch (command) {
            case ContributionCommand.Open open ->
                    Needs.SIGNATORIES.withCards(
                            ContributionId.parse(open.opening().supersedes())
                                    .map(ContributionId::value)
                                    .map(Set::of)
                                    .orElse(Set.of()));
            case ContributionCommand.Cite cite ->
                    Needs.NOTHING.withExperiences(
                            ExperienceId.parse(cite.experience()).map(Set::of).orElse(Set.of()));
            case ContributionCommand.OpenConsultation _ -> Needs.SIGNATORIES;
            case ContributionCommand.Adopt _ ->
                    before == null ? Needs.NOTHING : Board.needs(before);
            case ContributionCommand.OnOpened _ -> Needs.NOTHING;
        };
    }

    @Override
    public Contribution apply(
            @Nullable Contribution before, ContributionEvent event, Moment moment) {
        return Contribution.apply(before, event, moment);
    }

    @Override
    public boolean isCreator(Contribution state, Actor actor) {
        return actor.actsFor(state.opener());
    }

    @Override
    public boolean isVisible(Contribution state, Circumstances context) {
        return state.isVisibleTo(context);
    }
}
