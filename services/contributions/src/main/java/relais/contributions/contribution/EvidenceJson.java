package relais.contributions.contribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.contributions.known.KnownExperience.Change;

/**
 * An experience that a contribution cites.
 *
 * @param version of the experience, as it was cited
 * @param section that it supports; absent for the whole text
 * @param outdated what happened to the experience since, until it is cited again
 */
record EvidenceJson(
        String experience,
        long version,
        @Nullable String section,
        @Nullable String note,
        @Nullable OutdatedJson outdated) {

    /**
     * @param change REVISED, WITHDRAWN or MODERATED
     * @param version of the experience that the change made
     */
    record OutdatedJson(String change, long version, Instant at, @Nullable String reason) {

        private static OutdatedJson of(Change change) {
            return new OutdatedJson(
                    change.change().name(), change.version(), change.at(), change.reason());
        }
    }

    static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(
                evidence.experience().value(),
                evidence.version(),
                evidence.section() == null ? null : evidence.section().value(),
                evidence.note(),
                evidence.outdated() == null ? null : OutdatedJson.of(evidence.outdated()));
    }
}
