package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of an objective's card. */
final class ObjectiveFold {

    private ObjectiveFold() {}

    static ObjectiveCard fold(
            @Nullable ObjectiveCard previous, ObjectiveEvent event, Revision revision) {
        if (event instanceof ObjectiveEvent.ObjectiveSet set && previous == null) {
            return new ObjectiveCard(
                    revision, set.stamp().partner(), set.aim(), List.of(), Status.OPEN, null);
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        ObjectiveCard card = previous;
        return switch (event) {
            case ObjectiveEvent.ObjectiveSet revised ->
                    new ObjectiveCard(
                            revision,
                            card.partner(),
                            revised.aim(),
                            card.measures(),
                            card.status(),
                            card.reason());
            case ObjectiveEvent.ObjectiveMeasured measured ->
                    new ObjectiveCard(
                            revision,
                            card.partner(),
                            card.aim(),
                            measured(card.measures(), measured),
                            card.status(),
                            card.reason());
            case ObjectiveEvent.ObjectiveWithdrawn withdrawn ->
                    new ObjectiveCard(
                            revision,
                            card.partner(),
                            card.aim(),
                            card.measures(),
                            Status.WITHDRAWN,
                            withdrawn.reason());
        };
    }

    private static List<ObjectiveCard.Measure> measured(
            List<ObjectiveCard.Measure> before, ObjectiveEvent.ObjectiveMeasured event) {
        var measures = new ArrayList<>(before);
        measures.add(
                new ObjectiveCard.Measure(
                        event.value(),
                        event.measuredOn(),
                        event.stamp().time(),
                        event.source(),
                        event.note()));
        return measures;
    }
}
