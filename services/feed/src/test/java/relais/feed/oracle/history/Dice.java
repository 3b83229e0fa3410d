package relais.feed.oracle.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chance, the same for the same seed on every machine. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Whether something happens that happens so often in a hundred times. */
    boolean percent(int often) {
        return random.nextInt(100) < often;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <E extends Enum<E>> E one(Class<E> type) {
        // The first is what an older build reads for a symbol that it does not know.
        E[] symbols = type.getEnumConstants();
        return symbols[between(1, symbols.length - 1)];
    }

    /** Different ones, in any order; fewer if there are not so many. */
    <T> List<T> some(Collection<T> all, int atLeast, int atMost) {
        var left = new ArrayList<T>(all);
        var some = new ArrayList<T>();
        int wanted = between(atLeast, atMost);
        while (some.size() < wanted && !left.isEmpty()) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }

    /** Mostly there, sometimes not said. */
    <T> @Nullable T maybe(Supplier<T> value) {
        return percent(60) ? value.get() : null;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
