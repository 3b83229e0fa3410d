package relais.portal.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the feed service answers only once it is done: two read models are read from end to end, or
 * one has caught up with the log and all instances have turned to it. So these are waited for
 * longer than the rest of {@link ReadModelsApi}.
 */
@HttpExchange(accept = "application/json")
public interface SwitchingApi {

    /** Compares it with the model that serves; answers when both have been read. */
    @PostExchange("/rebuilds/{id}/parity")
    Rebuild compare(@PathVariable String id);

    @PostExchange("/rebuilds/{id}/activation")
    Rebuild activate(@PathVariable String id, @RequestBody Rebuild.ActivationOrder order);

    @PostExchange("/rebuilds/{id}/rollback")
    Rebuild rollBack(@PathVariable String id);
}
