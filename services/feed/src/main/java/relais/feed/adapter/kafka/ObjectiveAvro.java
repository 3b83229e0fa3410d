package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.ObjectiveEvent;
import relais.feed.projection.Stamp;

/** The published events of objectives, in this service's words. */
final class ObjectiveAvro {

    private ObjectiveAvro() {}

    /** Null if it is not an event of objectives. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case ObjectiveSet e ->
                    new ObjectiveEvent.ObjectiveSet(
                            stamp,
                            new ObjectiveCard.Aim(
                                    e.getAxis().name(),
                                    e.getTitle(),
                                    e.getIndicator(),
                                    e.getUnit(),
                                    e.getBaseline(),
                                    e.getBaselineOn(),
                                    e.getTarget(),
                                    e.getDueOn(),
                                    e.getStewardId(),
                                    e.getNote()));
            case ObjectiveMeasured e ->
                    new ObjectiveEvent.ObjectiveMeasured(
                            stamp, e.getValue(), e.getMeasuredOn(), e.getSource(), e.getNote());
            case ObjectiveWithdrawn e ->
                    new ObjectiveEvent.ObjectiveWithdrawn(stamp, e.getReason());
            default -> null;
        };
    }
}
