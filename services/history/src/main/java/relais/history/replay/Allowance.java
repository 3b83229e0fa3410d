package relais.history.replay;

import java.util.List;
import java.util.Optional;

/**
 * What one account may have.
 *
 * @param atOnce how many unfinished replays
 * @param kept how many in all, until they expire or are deleted
 * @param bytes how large what its replays made may be in all
 */
public record Allowance(int atOnce, int kept, long bytes) {

    /** Why there cannot be one more. */
    public enum Refusal {
        AT_ONCE,
        KEPT,
        BYTES
    }

    /**
     * Whether there may be one more.
     *
     * @param own what the account has
     */
    public Optional<Refusal> refuses(List<Replay> own) {
        if (own.size() >= kept) {
            return Optional.of(Refusal.KEPT);
        }
        long unfinished =
                own.stream().filter(each -> ReplayState.UNFINISHED.contains(each.state())).count();
        if (unfinished >= atOnce) {
            return Optional.of(Refusal.AT_ONCE);
        }
        return own.stream().mapToLong(Allowance::size).sum() >= bytes
                ? Optional.of(Refusal.BYTES)
                : Optional.empty();
    }

    private static long size(Replay replay) {
        Product product = replay.course().product();
        return product == null ? replay.course().progress().bytes() : product.bytes();
    }
}
