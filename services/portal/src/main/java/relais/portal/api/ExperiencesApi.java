package relais.portal.api;

import org.springframework.web.service.annotation.HttpExchange;

/** The service where territories write what they did. */
@HttpExchange(accept = "application/json")
public interface ExperiencesApi extends ParkedApi, RedriveAllApi {}
