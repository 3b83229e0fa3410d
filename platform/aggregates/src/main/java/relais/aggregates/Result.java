package relais.aggregates;

import java.util.List;

/** What came of a request to change something. */
public sealed interface Result<S> {

    /**
     * @param repeated whether it was so before, and nothing was done now
     */
    record Done<S>(Stored<S> stored, boolean repeated) implements Result<S> {}

    record Refused<S>(List<Refusal> refusals) implements Result<S> {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** Someone changed it since the caller read it. */
    record Stale<S>(long expected, long current) implements Result<S> {}

    /** There is none, or none that the caller may know of. */
    record Missing<S>(String id) implements Result<S> {}
}
