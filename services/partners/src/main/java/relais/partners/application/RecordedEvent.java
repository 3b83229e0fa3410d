package relais.partners.application;

import relais.partners.domain.Moment;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerEvent;

/**
 * An event, what it made of the partner, and the circumstances; its sequence is the partner's
 * version.
 */
public record RecordedEvent(Partner after, PartnerEvent event, Moment moment, Occasion occasion) {}
