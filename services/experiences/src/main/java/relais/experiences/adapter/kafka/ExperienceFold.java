package relais.experiences.adapter.kafka;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.events.EventDeserializer;
import relais.experiences.application.KeptExperience;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceEvent;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.recovery.EventFold;

/** Folds an experience from its records in the log, by the code that changes it live. */
public final class ExperienceFold implements EventFold<KeptExperience> {

    private final EventDeserializer deserializer;

    public ExperienceFold(EventDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public KeptExperience next(
            @Nullable KeptExperience before, LoggedEvent logged, Envelope envelope) {
        String home = logged.key();
        if (home == null) {
            throw new IllegalArgumentException("A record without a key is of no territory");
        }
        ExperienceEvent event =
                ExperienceEventReader.fromAvro(deserializer.deserialize(logged.value()), home);
        Experience after =
                Experience.apply(
                        before == null ? null : before.experience(), event, envelope.time());
        return new KeptExperience(after, rows(before, logged));
    }

    private static Set<String> rows(@Nullable KeptExperience before, LoggedEvent logged) {
        Set<String> rows = before == null ? new HashSet<>() : new HashSet<>(before.importedRows());
        String row = logged.headers().get(ExperienceEventRecords.IMPORT_ROW);
        if (row != null) {
            rows.add(row);
        }
        return rows;
    }
}
