package relais.notices.waiting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service retains of the events of cards that something may wait at. */
sealed interface WaitingFact {

    /** A card is there, or has other words. A partner that is null stays the same. */
    record Written(String kind, @Nullable String partner, String title) implements WaitingFact {}

    record Returned() implements WaitingFact {}

    record EvidenceChanged() implements WaitingFact {}

    /** Signatories are asked until a deadline; told is when the log took it in. */
    record ConsultationBegun(Instant deadline, List<String> signatories, Instant told)
            implements WaitingFact {}

    record PositionSaid(String partner) implements WaitingFact {}

    /** An action is to be done by then; told is when the log took it in. */
    record ActionAgreed(String partner, String title, Instant dueAt, Instant told)
            implements WaitingFact {}

    /** Nothing waits there any more. */
    record Over() implements WaitingFact {}

    record MessageWritten(String subject, String partner) implements WaitingFact {}

    /** Whoever acted under that mandate is to be forgotten. */
    record PersonErased(String mandate) implements WaitingFact {}
}
