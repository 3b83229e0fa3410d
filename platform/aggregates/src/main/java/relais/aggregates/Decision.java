package relais.aggregates;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What comes of a command: events, or the reasons against it.
 *
 * @param <E> the aggregate's events
 */
public sealed interface Decision<E> {

    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            if (events.isEmpty()) {
                throw new IllegalArgumentException("An accepted command has events");
            }
            events = List.copyOf(events);
        }
    }

    record Refused<E>(List<Refusal> refusals) implements Decision<E> {
        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
            refusals = List.copyOf(refusals);
        }
    }

    /** Nothing is to be done: what the command wants is so already. */
    record Unchanged<E>() implements Decision<E> {}

    /** All the reasons at once, or what follows if there is none. */
    static <E> Decision<E> unless(Stream<Refusal> refusals, Supplier<E> event) {
        List<Refusal> all = refusals.toList();
        return all.isEmpty() ? new Accepted<>(List.of(event.get())) : new Refused<>(all);
    }

    /** An event, if no rule is against it. The rules are checked in their order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    static <E> Decision<E> of(Supplier<E> event, Stream<Refusal>... rules) {
        return unless(Refusal.all(rules), event);
    }
}
