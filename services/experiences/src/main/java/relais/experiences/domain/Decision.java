package relais.experiences.domain;

import java.util.List;

/** What comes of a command: events, or the reasons against it. */
public sealed interface Decision {

    record Accepted(List<ExperienceEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(List<Refusal> refusals) implements Decision {
        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
            refusals = List.copyOf(refusals);
        }

        /** The gravest of the reasons. */
        public Refusal.Kind kind() {
            return refusals.stream().map(Refusal::kind).sorted().findFirst().orElseThrow();
        }
    }
}
