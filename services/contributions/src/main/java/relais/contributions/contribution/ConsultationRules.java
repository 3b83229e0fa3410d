package relais.contributions.contribution;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ContributionCommand.OpenConsultation;
import relais.contributions.contribution.ContributionCommand.TakePosition;

/** What may be put to the signatories, until when, and what they may answer. */
final class ConsultationRules {

    /** What all reasons say together, before one more must be brief. */
    static final int MAX_REASONS = 200_000;

    /** What every signatory may say, however much the others said. */
    static final int BRIEF = 100;

    private ConsultationRules() {}

    static Stream<Refusal> soundDeadline(Case judged) {
        if (!(judged.command() instanceof OpenConsultation open)) {
            return Stream.empty();
        }
        if (open.deadline() == null) {
            return Stream.of(Refusal.invalid("deadline", "required"));
        }
        Optional<Instant> deadline = instant(open.deadline());
        if (deadline.isEmpty()) {
            return Stream.of(Refusal.invalid("deadline", "instant"));
        }
        Instant at = judged.circumstances().at();
        Instant latest = at.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        return Refusal.when(
                !deadline.get().isAfter(at) || deadline.get().isAfter(latest),
                Refusal.invalid("deadline", "deadline-between", at, latest));
    }

    /** To the millisecond, which is what events carry. */
    static Optional<Instant> instant(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Stream<Refusal> textIsWritten(Case judged) {
        Contribution contribution = judged.contribution();
        return Refusal.when(
                contribution != null && !contribution.text().saysSomething(),
                Refusal.conflict("sections", "text-empty"));
    }

    static Stream<Refusal> signatoriesExist(Case judged) {
        return Refusal.when(
                judged.circumstances().known().signatories().isEmpty(),
                Refusal.conflict("signatories", "no-signatories"));
    }

    static Stream<Refusal> amendmentsSettled(Case judged) {
        Contribution contribution = judged.contribution();
        return contribution == null
                ? Stream.empty()
                : AdoptionRules.amendmentsSettled(contribution.openAmendments().stream());
    }

    static Stream<Refusal> beforeTheDeadline(Case judged) {
        Consultation consultation = judged.openConsultation();
        return consultation == null
                ? Stream.empty()
                : Refusal.when(
                        consultation.isOver(judged.circumstances().at()),
                        Refusal.conflict("deadline", "deadline-passed", consultation.deadline()));
    }

    static Stream<Refusal> soundPosition(Case judged) {
        if (!(judged.command() instanceof TakePosition take)) {
            return Stream.empty();
        }
        if (take.position() == null) {
            return Stream.of(Refusal.invalid("position", "required"));
        }
        Optional<PositionChoice> choice = PositionChoice.parse(take.position());
        if (choice.isEmpty()) {
            return Stream.of(Refusal.invalid("position", "unknown-position"));
        }
        return choice.get().needsAReason() && take.reason() == null
                ? Stream.of(Refusal.invalid("reason", "position-needs-reason", choice.get()))
                : RemarkRules.REMARK.check("reason", take.reason());
    }

    static Stream<Refusal> reasonsFitTogether(Case judged) {
        Consultation consultation = judged.openConsultation();
        PartnerId own = judged.circumstances().actor().partner();
        if (consultation == null || !(judged.command() instanceof TakePosition take)) {
            return Stream.empty();
        }
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
}
