package relais.contributions.known;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.LogReading;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.contributions.reaction.OwnEventHandler;
import relais.contributions.reaction.Positions;
import relais.contributions.reaction.Reactions;
import relais.events.EventDeserializer;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceWithdrawn;

/**
 * Keeps the replica of experiences up with their events, and tells the contributions that cite one
 * when it changes.
 *
 * <p>Three steps, in this order: the replica, the contributions, the position. The replica comes
 * first so that a citation either sees the change or is seen by the search for citations; the one
 * that is decided before and saved after both is for {@link OwnEventHandler}. The position comes
 * last, and is what counts as handled of an experience that changed: the replica's own version
 * would have the change forgotten if the process died before every contribution knew of it. An
 * event that concerns no citation, as most do not, has no position but the replica's version.
 */
public final class ExperienceReplicaHandler implements EventHandler<ExperienceFact> {

    private final LogReading log;
    private final MongoExperiences experiences;
    private final Reactions reactions;
    private final Positions answered;

    public ExperienceReplicaHandler(
            EventDeserializer deserializer,
            MongoExperiences experiences,
            Reactions reactions,
            Positions answered) {
        this.log =
                new LogReading(
                        deserializer,
                        ExperiencePublished.getClassSchema(),
                        ExperienceRevised.getClassSchema(),
                        ExperienceWithdrawn.getClassSchema(),
                        ExperienceModerated.getClassSchema());
        this.experiences = experiences;
        this.reactions = reactions;
        this.answered = answered;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return log.wants(headers);
    }

    @Override
    public ExperienceFact decode(IncomingEvent event) {
        return read(log.read(event), LogReading.metadata(event).time());
    }

    /**
     * @param at the event's time
     * @throws IllegalArgumentException if the event is of another type
     */
    static ExperienceFact read(SpecificRecord event, Instant at) {
        return switch (event) {
            case ExperiencePublished _ -> new ExperienceFact.Published();
            case ExperienceRevised e ->
                    new ExperienceFact.Changed(EvidenceChange.REVISED, at, e.getSummary());
            case ExperienceWithdrawn e ->
                    new ExperienceFact.Changed(EvidenceChange.WITHDRAWN, at, e.getReason());
            case ExperienceModerated e ->
                    new ExperienceFact.Changed(EvidenceChange.MODERATED, at, e.getReason());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing that a citation relies on: "
                                    + event.getSchema().getFullName());
        };
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        Map<String, Long> versions = new HashMap<>();
        Map<String, Long> changes = new HashMap<>();
        experiences
                .versions(aggregateIds)
                .forEach(
                        (id, found) -> {
                            versions.put(id, found.version());
                            if (found.lastChange() != null) {
                                changes.put(id, found.lastChange());
                            }
                        });
        if (!changes.isEmpty()) {
            Map<String, Long> told = answered.of(changes.keySet());
            changes.forEach(
                    (id, change) -> {
                        long position = told.getOrDefault(id, 0L);
                        if (position < change) {
                            versions.put(id, position);
                        }
                    });
        }
        return versions;
    }

    @Override
    public void handle(List<HandledEvent<ExperienceFact>> batch) {
        Map<String, Long> before = beforeTheFirstChange(batch);
        answered.advance(before);
        experiences.replica().handle(batch);
        Map<String, Long> after = new HashMap<>();
        for (HandledEvent<ExperienceFact> event : batch) {
            if (event.payload() instanceof ExperienceFact.Changed changed) {
                tell(event.source(), changed);
                after.put(event.source().aggregateId(), event.source().sequence());
            }
        }
        answered.advance(after);
    }

    /** Up to where each experience that changes has been answered when its change is known. */
    private static Map<String, Long> beforeTheFirstChange(
            List<HandledEvent<ExperienceFact>> batch) {
        Map<String, Long> before = new HashMap<>();
        for (HandledEvent<ExperienceFact> event : batch) {
            if (event.payload() instanceof ExperienceFact.Changed) {
                before.putIfAbsent(event.source().aggregateId(), event.source().sequence() - 1);
            }
        }
        return before;
    }

    private void tell(IncomingEvent event, ExperienceFact.Changed changed) {
        try (var _ = LogReading.correlating(event)) {
            reactions.toChange(
                    new ExperienceId(event.aggregateId()),
                    new KnownExperience.Change(
                            event.sequence(), changed.change(), changed.at(), changed.reason()),
                    LogReading.cause(event));
        }
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return LogReading.isOfTheMoment(failure) || EventHandler.super.isTransient(failure);
    }
}
