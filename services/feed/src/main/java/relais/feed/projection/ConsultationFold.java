package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard.Consultation;
import relais.feed.projection.ContributionCard.Position;

/** What each event makes of a contribution's consultation. */
final class ConsultationFold {

    private ConsultationFold() {}

    static Consultation opened(ContributionEvent.ConsultationOpened event) {
        return new Consultation(
                event.stamp().time(),
                event.deadline(),
                event.signatories(),
                event.quorum(),
                event.note(),
                List.of(),
                null,
                null);
    }

    static @Nullable Consultation taken(
            @Nullable Consultation before, ContributionEvent.PositionTaken event) {
        if (before == null) {
            return null;
        }
        var now =
                new Position(event.partner(), event.choice(), event.stamp().time(), event.reason());
        var positions = new ArrayList<>(before.positions());
        positions.replaceAll(
                position -> position.partner().equals(event.partner()) ? now : position);
        if (!positions.contains(now)) {
            positions.add(now);
        }
        return new Consultation(
                before.openedAt(),
                before.deadline(),
                before.signatories(),
                before.quorum(),
                before.note(),
                positions,
                before.closedAt(),
                before.closedBecause());
    }

    static @Nullable Consultation closed(
            @Nullable Consultation before, ContributionEvent.ConsultationClosed event) {
        return before == null
                ? null
                : new Consultation(
                        before.openedAt(),
                        before.deadline(),
                        before.signatories(),
                        before.quorum(),
                        before.note(),
                        before.positions(),
                        event.stamp().time(),
                        event.reason());
    }
}
