package relais.recovery;

/**
 * What became of the aggregates of one kind.
 *
 * @param restored were not in the store, and are there now
 * @param broughtUp were there at a lower version
 * @param untouched were there as the log has them
 * @param ahead were there at a higher version, and were not touched
 * @param incomplete could not be read to their end, and were set aside
 */
public record Tally(
        String kind, long restored, long broughtUp, long untouched, long ahead, long incomplete) {

    static Tally none(String kind) {
        return new Tally(kind, 0, 0, 0, 0, 0);
    }

    Tally plus(Fate fate) {
        return switch (fate) {
            case RESTORED -> new Tally(kind, restored + 1, broughtUp, untouched, ahead, incomplete);
            case BROUGHT_UP ->
                    new Tally(kind, restored, broughtUp + 1, untouched, ahead, incomplete);
            case UNTOUCHED ->
                    new Tally(kind, restored, broughtUp, untouched + 1, ahead, incomplete);
            case AHEAD -> new Tally(kind, restored, broughtUp, untouched, ahead + 1, incomplete);
            case INCOMPLETE ->
                    new Tally(kind, restored, broughtUp, untouched, ahead, incomplete + 1);
        };
    }

    enum Fate {
        RESTORED,
        BROUGHT_UP,
        UNTOUCHED,
        AHEAD,
        INCOMPLETE
    }
}
