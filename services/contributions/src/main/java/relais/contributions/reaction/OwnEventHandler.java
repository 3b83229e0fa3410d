package relais.contributions.reaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import relais.aggregates.log.LogReading;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.events.EventDeserializer;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.MinutesPublished;

/**
 * Answers this service's own events: what one aggregate's event asks of another one, which no
 * single write can do together. The log is what carries it over a crash.
 *
 * <p>It also closes the one gap between a citation and a change of what it cites. A citation is
 * decided on what the replica says, and saved a moment later. If the experience changes in between,
 * the search for its citations comes too early to find this one. But the citation's event is read
 * here, after it was saved, and so after that search had found the change in the replica: looking
 * at the replica once more cannot miss it.
 */
public final class OwnEventHandler implements EventHandler<OwnEvent> {

    private final LogReading log;
    private final Reactions reactions;
    private final Positions answered;

    public OwnEventHandler(
            EventDeserializer deserializer, Reactions reactions, Positions answered) {
        this.log =
                new LogReading(
                        deserializer,
                        EvidenceCited.getClassSchema(),
                        ContributionAdopted.getClassSchema(),
                        MinutesPublished.getClassSchema());
        this.reactions = reactions;
        this.answered = answered;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return log.wants(headers);
    }

    @Override
    public OwnEvent decode(IncomingEvent event) {
        return OwnEventReader.read(log.read(event));
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        return answered.of(aggregateIds);
    }

    @Override
    public void handle(List<HandledEvent<OwnEvent>> batch) {
        for (HandledEvent<OwnEvent> event : batch) {
            OwnEvent own = event.payload();
            if (own != null) {
                try (var _ = LogReading.correlating(event.source())) {
                    reactions.toOwn(own, LogReading.cause(event.source()));
                }
            }
        }
        answered.advance(LogReading.versions(batch));
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return LogReading.isOfTheMoment(failure) || EventHandler.super.isTransient(failure);
    }
}
