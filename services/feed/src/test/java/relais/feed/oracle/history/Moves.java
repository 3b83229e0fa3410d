package relais.feed.oracle.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may happen next to something, one more likely than another. */
final class Moves {

    private record Move(int weight, Supplier<Turn> turn) {}

    private final List<Move> moves = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param weight how likely it is among the others
     */
    Moves may(int weight, Supplier<Turn> turn) {
        moves.add(new Move(weight, turn));
        return this;
    }

    /** Adds one that is possible only on a condition. */
    Moves may(boolean possible, int weight, Supplier<Turn> turn) {
        return possible ? may(weight, turn) : this;
    }

    /** One of them; null if there is none. */
    @Nullable Turn pick(Dice dice) {
        int total = moves.stream().mapToInt(Move::weight).sum();
        int left = total == 0 ? 0 : dice.between(1, total);
        for (Move move : moves) {
            left -= move.weight();
            if (left <= 0) {
                return move.turn().get();
            }
        }
        return null;
    }
}
