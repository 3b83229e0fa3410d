package relais.contributions.reaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.Filed;
import relais.aggregates.log.LogReading;
import relais.aggregates.log.PublishedLanguage;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayId;
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

    private static final PublishedLanguage<WorkingDay, WorkingDayEvent> WORKING_DAYS =
            WorkingDayAvro.language();

    /** No answer depends on it. */
    private static final Filed ANYWHERE = new Filed("pays:FR", null);

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
        return read(log.read(event));
    }

    /**
     * @throws IllegalArgumentException if the event is of another type or its values make no sense
     */
    static OwnEvent read(SpecificRecord event) {
        return switch (event) {
            case EvidenceCited e ->
                    new OwnEvent.EvidenceCited(
                            new ContributionId(e.getContributionId()),
                            new ExperienceId(e.getExperienceId()));
            case ContributionAdopted e ->
                    new OwnEvent.ContributionAdopted(
                            new ContributionId(e.getContributionId()),
                            e.getSupersedes() == null
                                    ? null
                                    : new ContributionId(e.getSupersedes()));
            case MinutesPublished e ->
                    new OwnEvent.MinutesPublished(
                            new WorkingDayId(e.getWorkingDayId()),
                            ((WorkingDayEvent.MinutesPublished) WORKING_DAYS.fromAvro(e, ANYWHERE))
                                    .decisions());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing to answer: " + event.getSchema().getFullName());
        };
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
