package relais.portal.todo;

/** How much waits at a desk, and whether it is more than that. */
public record Count(int number, boolean more) {

    static final Count NOTHING = new Count(0, false);

    Count plus(Count other) {
        return new Count(number + other.number, more || other.more);
    }
}
