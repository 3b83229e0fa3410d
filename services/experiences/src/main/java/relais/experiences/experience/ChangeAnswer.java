package relais.experiences.experience;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;

/**
 * What a change answers: enough to read one's own write, and to change again.
 *
 * @param adoption the adoption that the change made or concerns
 */
public record ChangeAnswer(
        ExperienceId id, long version, Status status, @Nullable AdoptionId adoption) {

    public static ChangeAnswer of(Stored<Experience> stored) {
        return of(stored, null);
    }

    static ChangeAnswer of(Stored<Experience> stored, @Nullable AdoptionId adoption) {
        return new ChangeAnswer(
                stored.state().id(), stored.version(), stored.state().status(), adoption);
    }
}
