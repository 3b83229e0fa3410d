package relais.partners.adapter.mongo;

import relais.partners.domain.Partner;

/**
 * @param request the key of the request that added it: a repetition finds itself here
 */
record StoredPartner(Partner partner, String request) {}
