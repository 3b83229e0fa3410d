package relais.feed.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * Which model serves.
 *
 * @param previous the one that did before; 0 if none did
 * @param switching set while another is about to take its place
 */
public record Pointer(int serving, int previous, @Nullable Switching switching) {

    /**
     * A switch that is going on: the serving model stands still meanwhile.
     *
     * @param token tells it from every other one
     */
    public record Switching(int to, String token) {}
}
