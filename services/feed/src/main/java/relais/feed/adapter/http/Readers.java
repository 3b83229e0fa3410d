package relais.feed.adapter.http;

import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Status;
import relais.feed.query.Cards;
import relais.feed.query.Reader;
import relais.web.Caller;
import relais.web.Role;

/**
 * What a caller may see: a role says who is of the secretariat, the partner's card whether it is
 * one of the committee's signatories, and an active partner reads all of what it posted.
 */
@Component
public record Readers(Cards cards) {

    Reader of(Optional<Caller> caller) {
        if (caller.isEmpty()) {
            return Reader.PUBLIC;
        }
        if (caller.get().has(Role.COMMITTEE)) {
            return Reader.COMMITTEE;
        }
        Reader reader = caller.get().has(Role.OPERATOR) ? Reader.OPERATOR : Reader.PUBLIC;
        PartnerCard partner = activePartner(caller.get()).orElse(null);
        if (partner == null) {
            return reader;
        }
        return (partner.committee() ? Reader.SIGNATORY : reader).of(partner.aggregateId());
    }

    private Optional<PartnerCard> activePartner(Caller caller) {
        String partner = caller.partnerId();
        return partner == null || !caller.has(Role.PARTNER)
                ? Optional.empty()
                : cards.find(partner, null)
                        .flatMap(stored -> stored.as(PartnerCard.class))
                        .filter(card -> card.status() == Status.ACTIVE);
    }
}
