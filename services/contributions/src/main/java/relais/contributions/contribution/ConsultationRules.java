package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;

/** What may be put to the signatories, what they may answer, and what may be adopted. */
final class ConsultationRules {

    /** What all reasons say together, before one more must be brief. */
    static final int MAX_REASONS = 200_000;

    /** What every signatory may say, however much the others said. */
    static final int BRIEF = 100;

    private ConsultationRules() {}

    static Stream<Refusal> deadlineIsSound(@Nullable String typed, Circumstances context) {
        if (typed == null) {
            return Stream.of(Refusal.invalid("deadline", "required"));
        }
        Instant at = context.at();
        Instant latest = at.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        return instant(typed)
                .map(
                        deadline ->
                                Refusal.when(
                                        !deadline.isAfter(at) || deadline.isAfter(latest),
                                        Refusal.invalid(
                                                "deadline", "deadline-between", at, latest)))
                .orElseGet(() -> Stream.of(Refusal.invalid("deadline", "instant")));
    }

    /** To the millisecond, which is what events carry. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Stream<Refusal> signatoriesExist(Circumstances context) {
        return Refusal.when(
                context.known().signatories().isEmpty(),
                Refusal.conflict("signatories", "no-signatories"));
    }

    /** By this service's clock, or an archive's date. */
    static Stream<Refusal> isBeforeTheDeadline(Contribution before, Circumstances context) {
        Consultation consultation = before.openConsultation();
        return consultation == null
                ? Stream.empty()
                : Refusal.when(
                        consultation.isOver(context.at()),
                        Refusal.conflict("deadline", "deadline-passed", consultation.deadline()));
    }

    static Stream<Refusal> positionIsSound(ContributionCommand.TakePosition take) {
        if (take.position() == null) {
            return Stream.of(Refusal.invalid("position", "required"));
        }
        Optional<PositionChoice> choice = PositionChoice.parse(take.position());
        if (choice.isEmpty()) {
            return Stream.of(Refusal.invalid("position", "unknown-position"));
        }
        return choice.get().needsAReason() && take.reason() == null
                ? Stream.of(Refusal.invalid("reason", "position-needs-reason", choice.get()))
                : ContributionRules.REMARK.check("reason", take.reason());
    }

    /** Nobody's reason takes the place of another's. */
    static Stream<Refusal> reasonsFitTogether(
            ContributionCommand.TakePosition take, Contribution before, Circumstances context) {
        Consultation consultation = before.openConsultation();
        if (consultation == null) {
            return Stream.empty();
        }
        PartnerId own = context.actor().partner();
        int reason = TextRule.length(take.reason());
        int others =
                consultation.positions().stream()
                        .filter(position -> !position.partner().equals(own))
                        .mapToInt(position -> TextRule.length(position.reason()))
                        .sum();
        return Refusal.when(
                reason > BRIEF && others + reason > MAX_REASONS,
                Refusal.conflict("reason", "reasons-too-long", BRIEF));
    }

    /**
     * Each finding of the {@link Board} that blocks. What depends on a consultation is said while
     * one is under way only: at any other time the status says enough.
     */
    static Stream<Refusal> nothingBlocksAdoption(Contribution before, Circumstances context) {
        return Board.of(before, context).findings().stream()
                .filter(Board.Finding::blocks)
                .filter(
                        found ->
                                found instanceof Board.AmendmentsSettled
                                        || before.openConsultation() != null)
                .flatMap(found -> refusal(found, before));
    }

    private static Stream<Refusal> refusal(Board.Finding finding, Contribution before) {
        return switch (finding) {
            case Board.AmendmentsSettled _ -> AmendmentRules.areSettled(before);
            case Board.DeadlineReached found ->
                    Stream.of(
                            Refusal.conflict("deadline", "deadline-not-reached", found.deadline()));
            case Board.QuorumReached found ->
                    Stream.of(
                            Refusal.conflict(
                                    "quorum",
                                    "quorum-missing",
                                    found.needed(),
                                    found.taken(),
                                    found.missing(),
                                    Board.names(found.partners())));
            case Board.NoStandingObjection found ->
                    Stream.of(
                            Refusal.conflict(
                                    "objections",
                                    "objections-stand",
                                    Board.names(found.partners())));
            case Board.NoModeratedEvidence found ->
                    Stream.of(
                            Refusal.conflict(
                                    "evidence",
                                    "moderated-evidence-stands",
                                    found.experiences().size()));
            case Board.ConsultationHeld _, Board.EvidenceUpToDate _ -> Stream.empty();
        };
    }

    static ContributionEvent opened(
            ContributionCommand.OpenConsultation open, Circumstances context, QuorumRule quorum) {
        List<PartnerId> signatories =
                context.known().signatories().stream()
                        .sorted(Comparator.comparing(PartnerId::value))
                        .toList();
        return new ContributionEvent.ConsultationOpened(
                instant(requireNonNull(open.deadline())).orElseThrow(),
                signatories,
                quorum.needed(signatories.size()),
                open.note());
    }

    /** Nothing where the partner said so before. */
    static Stream<ContributionEvent> taken(
            ContributionCommand.TakePosition take, Contribution before, Circumstances context) {
        var taken =
                new ContributionEvent.PositionTaken(
                        requireNonNull(context.actor().partner()),
                        PositionChoice.parse(take.position()).orElseThrow(),
                        take.reason());
        boolean same =
                requireNonNull(before.openConsultation())
                        .positionOf(taken.partner())
                        .filter(position -> position.isSameAs(taken))
                        .isPresent();
        return same ? Stream.empty() : Stream.of(taken);
    }
}
