package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.known.ExperienceId;

/** The next state of a contribution while one event is being applied. */
final class Successor {

    private final Contribution before;
    private Text text;
    private List<Evidence> evidence;
    private List<Amendment> amendments;
    private Contribution.@Nullable Submission submission;
    private @Nullable Consultation consultation;
    private ContributionStatus status;
    private @Nullable String reason;
    private @Nullable Instant firstConsultedAt;
    private @Nullable LocalDate adoptedOn;
    private @Nullable ContributionId supersededBy;

    Successor(Contribution before) {
        this.before = before;
        this.text = before.text();
        this.evidence = before.evidence();
        this.amendments = before.amendments();
        this.submission = before.submission();
        this.consultation = before.consultation();
        this.status = before.status();
        this.reason = before.reason();
        this.firstConsultedAt = before.firstConsultedAt();
        this.adoptedOn = before.adoptedOn();
        this.supersededBy = before.supersededBy();
    }

    static Contribution opened(ContributionEvent.Opened opened, Moment moment) {
        return new Contribution(
                opened.id(),
                opened.opener(),
                opened.home(),
                opened.kind(),
                new Text(
                        opened.title(),
                        opened.summary(),
                        opened.axes(),
                        List.of(),
                        moment.version(),
                        0),
                opened.drafters(),
                List.of(),
                List.of(),
                null,
                null,
                ContributionStatus.DRAFTING,
                null,
                moment.at(),
                null,
                null,
                opened.supersedes(),
                null);
    }

    void follow(ContributionEvent event, Moment moment) {
        switch (event) {
            case ContributionEvent.Opened _ ->
                    throw new IllegalStateException(before.id() + " was opened already");
            case ContributionEvent.Drafted drafted -> {
                text = text.drafted(drafted, moment.version());
                evidence = evidence.stream().map(this::withoutGoneSection).toList();
                submission = null;
            }
            case ContributionEvent.Submitted submitted ->
                    submission = new Contribution.Submission(moment.at(), submitted.note());
            case ContributionEvent.EvidenceCited cited -> evidence = with(Evidence.of(cited));
            case ContributionEvent.EvidenceRemoved removed ->
                    evidence =
                            evidence.stream()
                                    .filter(one -> !one.experience().equals(removed.experience()))
                                    .toList();
            case ContributionEvent.EvidenceOutdated outdated ->
                    evidence =
                            mapped(outdated.experience(), one -> one.outdatedBy(outdated.change()));
            case ContributionEvent.AmendmentProposed proposed ->
                    amendments =
                            appended(
                                    amendments,
                                    new Amendment(
                                            proposed.amendment(),
                                            proposed.partner(),
                                            proposed.section(),
                                            proposed.basedOn(),
                                            proposed.base(),
                                            proposed.proposed(),
                                            proposed.reason(),
                                            AmendmentStatus.OPEN,
                                            null));
            case ContributionEvent.AmendmentAccepted accepted -> {
                close(accepted.amendment(), AmendmentStatus.ACCEPTED, accepted.comment());
                text = text.amended(accepted.section(), accepted.wording(), moment.version());
                submission = null;
            }
            case ContributionEvent.AmendmentRejected rejected ->
                    close(rejected.amendment(), AmendmentStatus.REJECTED, rejected.reason());
            case ContributionEvent.AmendmentWithdrawn withdrawn ->
                    close(withdrawn.amendment(), AmendmentStatus.WITHDRAWN, withdrawn.reason());
            case ContributionEvent.ConsultationOpened opened -> {
                move(ContributionStatus.CONSULTATION, null);
                submission = null;
                consultation =
                        new Consultation(
                                moment.at(),
                                opened.deadline(),
                                opened.signatories(),
                                opened.quorum(),
                                opened.note(),
                                List.of());
                firstConsultedAt = firstConsultedAt == null ? moment.at() : firstConsultedAt;
            }
            case ContributionEvent.PositionTaken taken ->
                    consultation =
                            consultation == null
                                    ? null
                                    : consultation.with(
                                            new Position(
                                                    taken.partner(),
                                                    taken.choice(),
                                                    taken.reason(),
                                                    moment.at()));
            case ContributionEvent.ConsultationClosed closed -> {
                move(ContributionStatus.DRAFTING, closed.reason());
                consultation = null;
            }
            case ContributionEvent.Adopted adopted -> {
                move(ContributionStatus.ADOPTED, null);
                adoptedOn = adopted.adoptedOn();
            }
            case ContributionEvent.Withdrawn withdrawn -> {
                move(ContributionStatus.WITHDRAWN, withdrawn.reason());
                submission = null;
            }
            case ContributionEvent.Superseded superseded -> {
                move(ContributionStatus.SUPERSEDED, null);
                supersededBy = superseded.by();
            }
        }
    }

    Contribution contribution() {
        return new Contribution(
                before.id(),
                before.opener(),
                before.home(),
                before.kind(),
                text,
                before.drafters(),
                evidence,
                amendments,
                submission,
                consultation,
                status,
                reason,
                before.openedAt(),
                firstConsultedAt,
                adoptedOn,
                before.supersedes(),
                supersededBy);
    }

    private void move(ContributionStatus next, @Nullable String why) {
        status = next;
        reason = why;
    }

    private void close(AmendmentId id, AmendmentStatus how, @Nullable String why) {
        amendments =
                amendments.stream()
                        .map(one -> one.id().equals(id) ? one.closed(how, why) : one)
                        .toList();
    }

    /** Cited again, it keeps its place in the list. */
    private List<Evidence> with(Evidence cited) {
        Optional<Evidence> known = before.evidence(cited.experience());
        return known.isPresent()
                ? mapped(cited.experience(), _ -> cited)
                : appended(evidence, cited);
    }

    private List<Evidence> mapped(ExperienceId experience, UnaryOperator<Evidence> change) {
        return evidence.stream()
                .map(one -> one.experience().equals(experience) ? change.apply(one) : one)
                .toList();
    }

    private Evidence withoutGoneSection(Evidence one) {
        return one.section() == null || text.section(one.section()).isPresent()
                ? one
                : one.ofTheWholeText();
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> after = new ArrayList<>(list);
        after.add(last);
        return after;
    }
}
