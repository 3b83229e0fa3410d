package relais.feed.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of a partner's card. */
final class PartnerFold {

    private PartnerFold() {}

    static PartnerCard fold(
            @Nullable PartnerCard previous, FeedEvent.OfPartner event, Revision revision) {
        if (event instanceof FeedEvent.PartnerRegistered registered && previous == null) {
            return new PartnerCard(
                    revision, registered.profile(), Status.ACTIVE, null, false, null, List.of());
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        PartnerCard card = previous;
        return switch (event) {
            case FeedEvent.PartnerRegistered again -> throw CardFold.impossible(again);
            case FeedEvent.PartnerRenamed renamed ->
                    new PartnerCard(
                            revision,
                            card.profile().named(renamed.name()),
                            card.status(),
                            card.charterSignedOn(),
                            card.committee(),
                            renamed.reason(),
                            card.mandates());
            case FeedEvent.CharterSigned signed ->
                    new PartnerCard(
                            revision,
                            card.profile(),
                            card.status(),
                            signed.signedOn(),
                            card.committee(),
                            card.reason(),
                            card.mandates());
            case FeedEvent.CommitteeJoined _ -> seated(card, revision, true, card.reason());
            case FeedEvent.CommitteeLeft left -> seated(card, revision, false, left.reason());
            case FeedEvent.PartnerSuspended suspended ->
                    standing(card, revision, Status.SUSPENDED, suspended.reason());
            case FeedEvent.PartnerReinstated reinstated ->
                    standing(card, revision, Status.ACTIVE, reinstated.reason());
            case FeedEvent.MandateGranted granted ->
                    mandated(card, revision, granted(card.mandates(), granted.mandate()));
            case FeedEvent.MandateEnded ended ->
                    mandated(
                            card,
                            revision,
                            ended(card.mandates(), ended.mandateId(), ended.endedOn()));
        };
    }

    private static PartnerCard seated(
            PartnerCard card, Revision revision, boolean committee, @Nullable String reason) {
        return new PartnerCard(
                revision,
                card.profile(),
                card.status(),
                card.charterSignedOn(),
                committee,
                reason,
                card.mandates());
    }

    private static PartnerCard standing(
            PartnerCard card, Revision revision, Status status, @Nullable String reason) {
        return new PartnerCard(
                revision,
                card.profile(),
                status,
                card.charterSignedOn(),
                card.committee(),
                reason,
                card.mandates());
    }

    private static PartnerCard mandated(
            PartnerCard card, Revision revision, List<PartnerCard.Mandate> mandates) {
        return new PartnerCard(
                revision,
                card.profile(),
                card.status(),
                card.charterSignedOn(),
                card.committee(),
                card.reason(),
                mandates);
    }

    private static List<PartnerCard.Mandate> granted(
            List<PartnerCard.Mandate> mandates, PartnerCard.Mandate granted) {
        var more = new ArrayList<>(mandates);
        more.removeIf(mandate -> mandate.id().equals(granted.id()));
        more.add(granted);
        return more;
    }

    private static List<PartnerCard.Mandate> ended(
            List<PartnerCard.Mandate> mandates, String id, LocalDate endedOn) {
        var after = new ArrayList<>(mandates);
        after.replaceAll(
                mandate ->
                        mandate.id().equals(id)
                                ? new PartnerCard.Mandate(
                                        id,
                                        mandate.role(),
                                        mandate.from(),
                                        mandate.until(),
                                        endedOn)
                                : mandate);
        return after;
    }
}
