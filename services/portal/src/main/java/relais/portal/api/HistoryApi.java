package relais.portal.api;

import org.springframework.web.service.annotation.HttpExchange;

/** The service that reads the event log: exports, figures, replays, proofs. */
@HttpExchange(accept = "application/json")
public interface HistoryApi {}
