package relais.partners.application;

import relais.partners.domain.Partner;

/**
 * A partner with what is kept beside it.
 *
 * @param request the key of the request that added it: a repetition finds itself here
 */
public record StoredPartner(Partner partner, String request) {

    /** Of one that came back from the log, which does not hold the key: no request has this one. */
    public static final String FORGOTTEN_REQUEST = "";
}
