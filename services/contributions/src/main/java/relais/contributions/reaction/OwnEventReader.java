package relais.contributions.reaction;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayId;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.MinutesPublished;

/** Reads, in this service's own published language, what it has to answer. */
final class OwnEventReader {

    private static final PublishedLanguage<WorkingDay, WorkingDayEvent> WORKING_DAYS =
            WorkingDayAvro.language();

    /** No answer depends on it. */
    private static final Filed ANYWHERE = new Filed("pays:FR", null);

    private OwnEventReader() {}

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
                            contribution(e.getSupersedes()));
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

    private static @Nullable ContributionId contribution(@Nullable String id) {
        return id == null ? null : new ContributionId(id);
    }
}
