package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relais.aggregates.Axis;
import relais.aggregates.Decision;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.contribution.ProposedText.ProposedSection;

/** What a command gives once every policy agreed: events, or nothing where all is so already. */
final class Outcome {

    private Outcome() {}

    static Decision<ContributionEvent> of(Case judged) {
        List<ContributionEvent> events = events(judged);
        return events.isEmpty() ? new Decision.Unchanged<>() : new Decision.Accepted<>(events);
    }

    private static List<ContributionEvent> events(Case judged) {
        if (judged.command() instanceof ContributionCommand.Open open) {
            return List.of(opened(open, judged.circumstances()));
        }
        Contribution before = requireNonNull(judged.contribution());
        Circumstances circumstances = judged.circumstances();
        return switch (judged.command()) {
            case ContributionCommand.Open _ -> List.of();
            case ContributionCommand.Draft draft -> drafted(before, draft);
            case ContributionCommand.Submit submit ->
                    before.submission() == null
                            ? List.of(
                                    new ContributionEvent.Submitted(
                                            before.text().version(), submit.note()))
                            : List.of();
            case ContributionCommand.Cite cite -> cited(before, cite, circumstances);
            case ContributionCommand.RemoveEvidence remove ->
                    List.of(
                            new ContributionEvent.EvidenceRemoved(
                                    new ExperienceId(requireNonNull(remove.experience())),
                                    remove.reason()));
            case ContributionCommand.OutdateEvidence outdate -> outdated(before, outdate);
            case ContributionCommand.ProposeAmendment propose -> List.of(proposed(judged, propose));
            case ContributionCommand.AcceptAmendment accept -> {
                Amendment amendment = judged.amendment().orElseThrow();
                yield List.of(
                        new ContributionEvent.AmendmentAccepted(
                                amendment.id(),
                                amendment.section(),
                                requireNonNull(AmendmentRules.accepted(judged, amendment)),
                                accept.comment()));
            }
            case ContributionCommand.RejectAmendment reject ->
                    List.of(
                            new ContributionEvent.AmendmentRejected(
                                    reject.amendment(), requireNonNull(reject.reason())));
            case ContributionCommand.WithdrawAmendment withdraw ->
                    List.of(
                            new ContributionEvent.AmendmentWithdrawn(
                                    withdraw.amendment(), withdraw.reason()));
            case ContributionCommand.OpenConsultation open ->
                    List.of(consultation(open, circumstances, judged.quorum()));
            case ContributionCommand.TakePosition take -> position(judged, take);
            case ContributionCommand.CloseConsultation close ->
                    List.of(
                            new ContributionEvent.ConsultationClosed(
                                    requireNonNull(close.reason())));
            case ContributionCommand.Adopt adopt ->
                    List.of(
                            new ContributionEvent.Adopted(
                                    circumstances.day(), before.supersedes(), adopt.note()));
            case ContributionCommand.Withdraw withdraw ->
                    List.of(new ContributionEvent.Withdrawn(requireNonNull(withdraw.reason())));
            case ContributionCommand.Supersede supersede ->
                    before.status() == ContributionStatus.ADOPTED
                            ? List.of(new ContributionEvent.Superseded(supersede.by()))
                            : List.of();
        };
    }

    private static ContributionEvent opened(
            ContributionCommand.Open open, Circumstances circumstances) {
        Partner opener = requireNonNull(circumstances.acting());
        Set<PartnerId> drafters = new LinkedHashSet<>();
        drafters.add(opener.id());
        open.drafters().forEach(drafter -> drafters.add(new PartnerId(drafter)));
        return new ContributionEvent.Opened(
                open.id(),
                opener.id(),
                opener.territory(),
                ContributionKind.parse(open.kind()).orElseThrow(),
                requireNonNull(open.title()),
                open.summary(),
                axes(open.axes()),
                List.copyOf(drafters),
                ContributionId.parse(open.supersedes()).orElse(null));
    }

    private static List<Axis> axes(List<String> typed) {
        return typed.stream().distinct().map(axis -> Axis.parse(axis).orElseThrow()).toList();
    }

    private static List<ContributionEvent> drafted(
            Contribution before, ContributionCommand.Draft draft) {
        ProposedText typed = draft.text();
        List<Passage> passages = new ArrayList<>();
        int number = before.text().numbered();
        for (ProposedSection section : typed.sections()) {
            passages.add(
                    new Passage(
                            section.id() == null
                                    ? SectionId.numbered(++number)
                                    : new SectionId(section.id()),
                            new Wording(requireNonNull(section.heading()), section.written())));
        }
        var drafted =
                new ContributionEvent.Drafted(
                        requireNonNull(typed.title()),
                        typed.summary(),
                        axes(typed.axes()),
                        passages,
                        draft.note());
        return before.text().isSameAs(drafted) ? List.of() : List.of(drafted);
    }

    /** What is cited in a version that is known to be outdated says so from the start. */
    private static List<ContributionEvent> cited(
            Contribution before, ContributionCommand.Cite cite, Circumstances circumstances) {
        var cited =
                new ContributionEvent.EvidenceCited(
                        new ExperienceId(requireNonNull(cite.experience())),
                        requireNonNull(cite.version()),
                        SectionId.parse(cite.section()).orElse(null),
                        cite.note());
        Evidence evidence = Evidence.of(cited);
        if (before.evidence(cited.experience()).filter(evidence::isSameCitation).isPresent()) {
            return List.of();
        }
        KnownExperience known = circumstances.known().experiences().get(cited.experience());
        Stream<ContributionEvent> news =
                Optional.ofNullable(known).map(KnownExperience::lastChange).stream()
                        .filter(evidence::isOutdatedBy)
                        .map(change -> outdated(evidence, change));
        return Stream.concat(Stream.<ContributionEvent>of(cited), news).toList();
    }

    private static List<ContributionEvent> outdated(
            Contribution before, ContributionCommand.OutdateEvidence outdate) {
        boolean read =
                switch (before.status()) {
                    case DRAFTING, CONSULTATION, ADOPTED -> true;
                    case SUPERSEDED, WITHDRAWN -> false;
                };
        return before.evidence(outdate.experience()).stream()
                .filter(evidence -> read && evidence.isOutdatedBy(outdate.change()))
                .map(evidence -> outdated(evidence, outdate.change()))
                .toList();
    }

    private static ContributionEvent outdated(Evidence evidence, Change change) {
        return new ContributionEvent.EvidenceOutdated(
                evidence.experience(), evidence.version(), change);
    }

    private static ContributionEvent proposed(
            Case judged, ContributionCommand.ProposeAmendment propose) {
        Section section = judged.section(propose.section()).orElseThrow();
        return new ContributionEvent.AmendmentProposed(
                propose.amendment(),
                requireNonNull(judged.circumstances().actor().partner()),
                section.id(),
                requireNonNull(propose.basedOn()),
                section.wording(),
                AmendmentRules.proposed(propose, section),
                requireNonNull(propose.reason()));
    }

    private static ContributionEvent consultation(
            ContributionCommand.OpenConsultation open,
            Circumstances circumstances,
            QuorumRule quorum) {
        Instant deadline = ConsultationRules.instant(open.deadline()).orElseThrow();
        List<PartnerId> signatories =
                circumstances.known().signatories().stream()
                        .sorted(Comparator.comparing(PartnerId::value))
                        .toList();
        return new ContributionEvent.ConsultationOpened(
                deadline, signatories, quorum.needed(signatories.size()), open.note());
    }

    private static List<ContributionEvent> position(
            Case judged, ContributionCommand.TakePosition take) {
        var taken =
                new ContributionEvent.PositionTaken(
                        requireNonNull(judged.circumstances().actor().partner()),
                        PositionChoice.parse(take.position()).orElseThrow(),
                        take.reason());
        boolean same =
                requireNonNull(judged.openConsultation())
                        .positionOf(taken.partner())
                        .filter(position -> position.isSameAs(taken))
                        .isPresent();
        return same ? List.of() : List.of(taken);
    }
}
