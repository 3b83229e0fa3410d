package relais.experiences.application;

import java.util.List;
import relais.experiences.domain.Decision;
import relais.experiences.domain.Refusal;

/** What came of a request to change something. */
public sealed interface Result {

    /**
     * @param repeated whether it had been done before and nothing was done now
     */
    record Done(Stored stored, boolean repeated) implements Result {}

    record Refused(List<Refusal> refusals) implements Result {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        public Refusal.Kind kind() {
            return new Decision.Refused(refusals).kind();
        }
    }

    /** Someone changed it since the caller read it. */
    record Stale(long expected, long current) implements Result {}

    /** There is none, or none that the caller may know of. */
    record Missing(String id) implements Result {}
}
