package relais.contributions.contribution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * The question put to all signatories, and what they answer.
 *
 * @param deadline positions count if taken before it
 * @param quorum how many positions are needed
 * @param silent who was asked and has not answered
 */
record ConsultationJson(
        Instant openedAt,
        Instant deadline,
        List<String> signatories,
        int quorum,
        @Nullable String note,
        List<PositionJson> positions,
        List<String> silent) {

    record PositionJson(String partner, String position, @Nullable String reason, Instant takenAt) {

        static PositionJson of(Position position) {
            return new PositionJson(
                    position.partner().value(),
                    position.choice().name(),
                    position.reason(),
                    position.takenAt());
        }
    }

    static @Nullable ConsultationJson of(@Nullable Consultation consultation) {
        return consultation == null
                ? null
                : new ConsultationJson(
                        consultation.openedAt(),
                        consultation.deadline(),
                        ids(consultation.signatories()),
                        consultation.quorum(),
                        consultation.note(),
                        consultation.positions().stream().map(PositionJson::of).toList(),
                        ids(consultation.silent()));
    }

    private static List<String> ids(List<PartnerId> partners) {
        return partners.stream().map(PartnerId::value).toList();
    }
}
