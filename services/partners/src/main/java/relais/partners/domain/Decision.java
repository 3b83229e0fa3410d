package relais.partners.domain;

import java.util.List;

/** The answer to a command: what happens, or all the reasons why nothing does. */
public sealed interface Decision {

    record Accepted(PartnerEvent event, Moment moment) implements Decision {}

    /** It is so already: nothing happens. */
    record Unchanged() implements Decision {}

    record Rejected(List<Refused> reasons) implements Decision {
        public Rejected {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A rejection has a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }
}
