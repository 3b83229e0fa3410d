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
import relais.contributions.contribution.ContributionCommand.AcceptAmendment;
import relais.contributions.contribution.ContributionCommand.Acceptance;
import relais.contributions.contribution.ContributionCommand.Adopt;
import relais.contributions.contribution.ContributionCommand.Cite;
import relais.contributions.contribution.ContributionCommand.CloseConsultation;
import relais.contributions.contribution.ContributionCommand.Draft;
import relais.contributions.contribution.ContributionCommand.OnAmendment;
import relais.contributions.contribution.ContributionCommand.OnOpened;
import relais.contributions.contribution.ContributionCommand.Open;
import relais.contributions.contribution.ContributionCommand.OpenConsultation;
import relais.contributions.contribution.ContributionCommand.Opening;
import relais.contributions.contribution.ContributionCommand.Proposal;
import relais.contributions.contribution.ContributionCommand.ProposeAmendment;
import relais.contributions.contribution.ContributionCommand.Reason;
import relais.contributions.contribution.ContributionCommand.RejectAmendment;
import relais.contributions.contribution.ContributionCommand.RemoveEvidence;
import relais.contributions.contribution.ContributionCommand.Submit;
import relais.contributions.contribution.ContributionCommand.Supersede;
import relais.contributions.contribution.ContributionCommand.TakePosition;
import relais.contributions.contribution.ContributionCommand.Withdraw;
import relais.contributions.contribution.ContributionCommand.WithdrawAmendment;
import relais.contributions.contribution.ContributionEvent.Adopted;
import relais.contributions.contribution.ContributionEvent.AmendmentRejected;
import relais.contributions.contribution.ContributionEvent.AmendmentWithdrawn;
import relais.contributions.contribution.ContributionEvent.ConsultationClosed;
import relais.contributions.contribution.ContributionEvent.Submitted;
import relais.contributions.contribution.ContributionEvent.Superseded;
import relais.contributions.contribution.ContributionEvent.Withdrawn;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/**
 * The business rules of contributions. All the rules of a command are checked, in the order in
 * which refusals are answered, so that one answer names everything to correct.
 *
 * @param quorum that this deployment asks of consultations
 */
public record ContributionRules(QuorumRule quorum)
        implements NeedingType<Contribution, ContributionCommand, ContributionEvent> {

    /** What commands carry besides the text itself. */
    static final TextRule REMARK = TextRule.text(2_000);

    @Override
    public Decision<ContributionEvent> decide(
            @Nullable Contribution before, ContributionCommand command, Circumstances context) {
        return switch (command) {
            case Open(ContributionId id, Opening opening) ->
                    Decision.of(
                            () -> OpeningRules.opened(id, opening, context),
                            Standing.actsForAPartner(context),
                            ActorRules.secretaryOrSignatory(context),
                            Refusal.when(before != null, Refusal.conflict("id", "already-opened")),
                            OpeningRules.isSound(opening, context));
            case OnOpened change ->
                    before == null
                            ? new Decision.Refused<>(
                                    List.of(Refusal.notFound("id", "contribution-unknown")))
                            : change(before, change, context);
        };
    }

    private Decision<ContributionEvent> change(
            Contribution before, OnOpened command, Circumstances context) {
        Text text = before.text();
        return switch (command) {
            case Draft draft ->
                    changing(
                            () -> TextRules.drafted(text, draft),
                            isWorkOfADrafter(before, context),
                            TextRules.titlesAreSound(draft.title(), draft.summary(), draft.axes()),
                            TextRules.sectionsAreSound(draft.sections()),
                            TextRules.sectionsAreKnown(draft.sections(), text),
                            REMARK.check("note", draft.note()));
            case Submit(@Nullable String note) ->
                    changing(
                            () ->
                                    before.isSubmitted()
                                            ? Stream.empty()
                                            : Stream.of(new Submitted(text.version(), note)),
                            isWorkOfADrafter(before, context),
                            TextRules.saysSomething(text),
                            AmendmentRules.areSettled(before),
                            REMARK.check("note", note));
            case Cite cite ->
                    changing(
                            () -> EvidenceRules.cited(before, cite, context),
                            isWorkOfADrafter(before, context),
                            EvidenceRules.citationIsSound(cite, text),
                            EvidenceRules.isCitable(cite, context),
                            EvidenceRules.isWithinLimit(cite, before),
                            REMARK.check("note", cite.note()));
            case RemoveEvidence remove ->
                    Decision.of(
                            () -> EvidenceRules.removed(remove),
                            isWorkOfADrafter(before, context),
                            EvidenceRules.isCited(remove, before),
                            REMARK.check("reason", remove.reason()));
            case ContributionCommand.OutdateEvidence outdate ->
                    changing(
                            () -> EvidenceRules.outdated(before, outdate),
                            ActorRules.serviceOnly(context));
            case ProposeAmendment(AmendmentId id, Proposal proposal) ->
                    Decision.of(
                            () -> AmendmentRules.proposed(id, proposal, text, context),
                            Standing.signatory(context),
                            StatusRules.isDrafted(before),
                            AmendmentRules.isSound(proposal),
                            AmendmentRules.sectionHasNotMoved(proposal, text),
                            AmendmentRules.changesSomething(proposal, text),
                            AmendmentRules.isWithinLimit(id, before),
                            AmendmentRules.fitTogether(proposal, before),
                            REMARK.required("reason", proposal.reason()));
            case OnAmendment answer -> answer(before, answer, context);
            case OpenConsultation open ->
                    Decision.of(
                            () -> ConsultationRules.opened(open, context, quorum),
                            Standing.secretary(context),
                            StatusRules.isDrafted(before),
                            ConsultationRules.deadlineIsSound(open.deadline(), context),
                            TextRules.saysSomething(text),
                            ConsultationRules.signatoriesExist(context),
                            AmendmentRules.areSettled(before),
                            REMARK.check("note", open.note()));
            case TakePosition take ->
                    changing(
                            () -> ConsultationRules.taken(take, before, context),
                            Standing.actsForAPartner(context),
                            ActorRules.consultedOnly(before, context),
                            StatusRules.isConsultedOn(before),
                            ConsultationRules.isBeforeTheDeadline(before, context),
                            ConsultationRules.positionIsSound(take),
                            ConsultationRules.reasonsFitTogether(take, before, context));
            case CloseConsultation(@Nullable String reason) ->
                    Decision.of(
                            () -> new ConsultationClosed(requireNonNull(reason)),
                            Standing.secretary(context),
                            StatusRules.isConsultedOn(before),
                            REMARK.required("reason", reason));
            case Adopt(@Nullable String note) ->
                    Decision.of(
                            () -> new Adopted(context.day(), before.supersedes(), note),
                            Standing.secretary(context),
                            StatusRules.isConsultedOn(before),
                            ConsultationRules.nothingBlocksAdoption(before, context),
                            REMARK.check("note", note));
            case Withdraw(@Nullable String reason) ->
                    Decision.of(
                            () -> new Withdrawn(requireNonNull(reason)),
                            ActorRules.draftersOrSecretary(before, context),
                            Standing.refusals(context),
                            StatusRules.isNotAdopted(before),
                            REMARK.required("reason", reason));
            case Supersede(ContributionId by) ->
                    changing(
                            () ->
                                    before.status() == ContributionStatus.ADOPTED
                                            ? Stream.of(new Superseded(by))
                                            : Stream.empty(),
                            ActorRules.serviceOnly(context));
        };
    }

    private static Decision<ContributionEvent> answer(
            Contribution before, OnAmendment command, Circumstances context) {
        return switch (command) {
            case AcceptAmendment(AmendmentId id, Acceptance acceptance) ->
                    Decision.of(
                            () -> AmendmentRules.accepted(id, acceptance, before),
                            isWorkOfADrafter(before, context),
                            AmendmentRules.isOpen(id, before),
                            AmendmentRules.movedTextIsResolved(id, acceptance, before),
                            AmendmentRules.resultFits(id, acceptance, before),
                            REMARK.check("comment", acceptance.comment()));
            case RejectAmendment(AmendmentId id, Reason(@Nullable String reason)) ->
                    Decision.of(
                            () -> new AmendmentRejected(id, requireNonNull(reason)),
                            isWorkOfADrafter(before, context),
                            AmendmentRules.isOpen(id, before),
                            REMARK.required("reason", reason));
            case WithdrawAmendment(AmendmentId id, Reason(@Nullable String reason)) ->
                    Decision.of(
                            () -> new AmendmentWithdrawn(id, reason),
                            Standing.actsForAPartner(context),
                            ActorRules.proposerOnly(id, before, context),
                            StatusRules.isDrafted(before),
                            AmendmentRules.isOpen(id, before),
                            REMARK.check("reason", reason));
        };
    }

    /** All the reasons at once, or events; nothing to be done where there are none. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static Decision<ContributionEvent> changing(
            Supplier<Stream<ContributionEvent>> events, Stream<Refusal>... rules) {
        List<Refusal> all = Refusal.all(rules).toList();
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
                StatusRules.isDrafted(before));
    }

    @Override
    public Needs needs(@Nullable Contribution before, ContributionCommand command) {
        return switch (command) {
            case Open open ->
                    Needs.SIGNATORIES.withCards(
                            ContributionId.parse(open.opening().supersedes())
                                    .map(ContributionId::value)
                                    .map(Set::of)
                                    .orElse(Set.of()));
            case Cite cite ->
                    Needs.NOTHING.withExperiences(
                            ExperienceId.parse(cite.experience()).map(Set::of).orElse(Set.of()));
            case OpenConsultation _ -> Needs.SIGNATORIES;
            case Adopt _ -> before == null ? Needs.NOTHING : Board.needs(before);
            case OnOpened _ -> Needs.NOTHING;
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
