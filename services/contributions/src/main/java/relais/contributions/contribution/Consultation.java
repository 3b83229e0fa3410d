package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * The question put to all signatories.
 *
 * @param deadline positions count if taken before it
 * @param signatories those asked: who they were when it opened
 * @param quorum how many positions are needed, whatever they are
 * @param positions in the order in which partners first took one
 */
record Consultation(
        Instant openedAt,
        Instant deadline,
        List<PartnerId> signatories,
        int quorum,
        @Nullable String note,
        List<Position> positions) {

    public Consultation {
        signatories = List.copyOf(signatories);
        positions = List.copyOf(positions);
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(deadline);
    }

    public boolean asks(@Nullable PartnerId partner) {
        return partner != null && signatories.contains(partner);
    }

    public Optional<Position> positionOf(@Nullable PartnerId partner) {
        return positions.stream()
                .filter(position -> position.partner().equals(partner))
                .findFirst();
    }

    /** Those asked that have not answered. */
    @JsonProperty
    public List<PartnerId> silent() {
        return signatories.stream().filter(partner -> positionOf(partner).isEmpty()).toList();
    }

    public List<Position> objections() {
        return positions.stream()
                .filter(position -> position.choice() == PositionChoice.OBJECTION)
                .toList();
    }

    Consultation with(Position taken) {
        List<Position> after = new ArrayList<>(positions);
        after.replaceAll(before -> before.partner().equals(taken.partner()) ? taken : before);
        if (positionOf(taken.partner()).isEmpty()) {
            after.add(taken);
        }
        return new Consultation(openedAt, deadline, signatories, quorum, note, after);
    }
}
