package relais.notices.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.consumer.ReplicaUpdate;

/**
 * A card that something may wait at, folded from its own events.
 *
 * @param version the last one heard of, from 1
 * @param partner whose card it is; of an action, who leads it
 * @param deadline when the consultation ends or the action is due; absent if nothing is
 * @param asked the partners whose position is not known yet
 */
public record WaitingCard(
        @StoredField(name = "_id") String id,
        long version,
        String kind,
        @Nullable String partner,
        @Nullable String title,
        @Nullable Instant deadline,
        List<String> asked) {

    static final String ACTION = "ACTION";
    static final String CONTRIBUTION = "CONTRIBUTION";
    static final String EXPERIENCE = "EXPERIENCE";

    public WaitingCard {
        asked = List.copyOf(asked);
    }

    /** The card after one more event; null as long as nothing is known of it. */
    static @Nullable WaitingCard next(
            @Nullable WaitingCard before, ReplicaUpdate<WaitingFact> update) {
        WaitingFact fact = update.fact();
        if (fact instanceof WaitingFact.MessageWritten
                || fact instanceof WaitingFact.PersonErased
                || (before == null && fact == null)) {
            return null;
        }
        WaitingCard card =
                before == null
                        ? new WaitingCard(update.id(), 0, CONTRIBUTION, null, null, null, List.of())
                        : before;
        return card.after(fact, update.version());
    }

    private WaitingCard after(@Nullable WaitingFact fact, long next) {
        return switch (fact) {
            case WaitingFact.Written(String what, String whose, String called) ->
                    new WaitingCard(
                            id,
                            next,
                            what,
                            whose == null ? partner : whose,
                            called,
                            deadline,
                            asked);
            case WaitingFact.ConsultationBegun begun ->
                    with(
                            next,
                            begun.deadline().isAfter(begun.told()) ? begun.deadline() : null,
                            begun.signatories());
            case WaitingFact.PositionSaid(String whose) -> {
                List<String> others = new ArrayList<>(asked);
                others.remove(whose);
                yield with(next, deadline, others);
            }
            case WaitingFact.ActionAgreed agreed ->
                    new WaitingCard(
                            id,
                            next,
                            ACTION,
                            agreed.partner(),
                            agreed.title(),
                            agreed.dueAt().isAfter(agreed.told()) ? agreed.dueAt() : null,
                            List.of());
            case WaitingFact.Over _ -> with(next, null, List.of());
            case WaitingFact.Returned _ -> with(next, deadline, asked);
            case WaitingFact.EvidenceChanged _ -> with(next, deadline, asked);
            case WaitingFact.MessageWritten _ -> with(next, deadline, asked);
            case WaitingFact.PersonErased _ -> with(next, deadline, asked);
            case null -> with(next, deadline, asked);
        };
    }

    private WaitingCard with(long next, @Nullable Instant until, List<String> open) {
        return new WaitingCard(id, next, kind, partner, title, until, open);
    }
}
