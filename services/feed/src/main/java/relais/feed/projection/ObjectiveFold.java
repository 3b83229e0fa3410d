package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

/** What each event makes of an objective's card. */
final class ObjectiveFold {

    private ObjectiveFold() {}

    static ObjectiveCard set(ObjectiveSet event, @Nullable String partner, Revision revision) {
        return set(event, partner, revision, List.of(), Status.OPEN, null);
    }

    static ObjectiveCard fold(ObjectiveCard card, SpecificRecord event) {
        return switch (event) {
            case ObjectiveSet e ->
                    set(
                            e,
                            card.partner(),
                            card.revision(),
                            card.measures(),
                            card.status(),
                            card.reason());
            case ObjectiveMeasured e -> card.measured(measured(card, e));
            case ObjectiveWithdrawn e -> card.withdrawn(e.getReason());
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    /** Set, or revised: every field counts. */
    private static ObjectiveCard set(
            ObjectiveSet event,
            @Nullable String partner,
            Revision revision,
            List<ObjectiveCard.Measure> measures,
            Status status,
            @Nullable String reason) {
        return new ObjectiveCard(
                revision,
                Headline.of(
                        event.getTitle(),
                        event.getIndicator(),
                        Headline.EVERYWHERE,
                        List.of(event.getAxis())),
                partner,
                new ObjectiveCard.Aim(
                        event.getUnit(),
                        event.getBaseline(),
                        event.getBaselineOn(),
                        event.getTarget(),
                        event.getStewardId(),
                        event.getNote()),
                event.getDueOn(),
                measures,
                status,
                reason);
    }

    private static List<ObjectiveCard.Measure> measured(
            ObjectiveCard card, ObjectiveMeasured event) {
        var measures = new ArrayList<>(card.measures());
        measures.add(
                new ObjectiveCard.Measure(
                        event.getValue(),
                        event.getMeasuredOn(),
                        card.revision().eventTime(),
                        event.getSource(),
                        event.getNote()));
        return measures;
    }
}
