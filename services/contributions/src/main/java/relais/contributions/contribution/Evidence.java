package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/**
 * An experience that a contribution cites.
 *
 * @param version of the experience: what is cited stays what it was
 * @param section that it supports; absent for the whole text, or when its section has gone
 * @param outdated what happened to the experience since that version, until it is cited again;
 *     absent if nothing did
 */
record Evidence(
        @StoredField(name = "experienceId") ExperienceId experience,
        long version,
        @Nullable SectionId section,
        @Nullable String note,
        @Nullable Change outdated) {

    static Evidence of(ContributionEvent.EvidenceCited cited) {
        return new Evidence(
                cited.experience(), cited.version(), cited.section(), cited.note(), null);
    }

    boolean isSameCitation(Evidence other) {
        return cited().equals(other.cited());
    }

    Evidence outdatedBy(Change change) {
        return new Evidence(experience, version, section, note, change);
    }

    Evidence ofTheWholeText() {
        return new Evidence(experience, version, null, note, outdated);
    }

    private Evidence cited() {
        return new Evidence(experience, version, section, note, null);
    }

    /** Whether this is news: later than what is cited, and than what was told of it before. */
    boolean isOutdatedBy(Change change) {
        return change.version() > version
                && (outdated == null || change.version() > outdated.version());
    }
}
