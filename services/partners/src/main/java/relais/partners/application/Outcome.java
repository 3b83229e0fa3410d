package relais.partners.application;

import java.util.List;
import relais.partners.domain.Partner;
import relais.partners.domain.Refused;

/** What became of a command. */
public sealed interface Outcome {

    /** It happened, or was so already, and this is the partner since. */
    record Done(Partner partner) implements Outcome {}

    /** The same request had created it before; this is the partner as it is today. */
    record Repeated(Partner partner) implements Outcome {}

    /** The caller had not seen the latest version. */
    record Stale(long expected, long current) implements Outcome {}

    record Rejected(List<Refused> reasons) implements Outcome {
        public Rejected {
            reasons = List.copyOf(reasons);
        }

        static Rejected because(Refused reason) {
            return new Rejected(List.of(reason));
        }
    }
}
