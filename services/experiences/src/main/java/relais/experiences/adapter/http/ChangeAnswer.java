package relais.experiences.adapter.http;

import org.jspecify.annotations.Nullable;
import relais.experiences.application.Stored;

/**
 * What a change answers: enough to read one's own write, and to change again.
 *
 * @param adoption the adoption that the change made or concerns
 */
record ChangeAnswer(String id, long version, String status, @Nullable String adoption) {

    static ChangeAnswer of(Stored stored, @Nullable String adoption) {
        return new ChangeAnswer(
                stored.experience().id().value(),
                stored.version(),
                stored.experience().status().name(),
                adoption);
    }
}
