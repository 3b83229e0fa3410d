package relais.portal.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The part of the feed service that lets operators build its read model anew. */
public interface ReadModelsApi {

    @GetExchange("/models")
    Listing<ReadModel> models();

    @DeleteExchange("/models/{id}")
    ReadModel drop(@PathVariable String id);

    /** The last hundred, the newest first. */
    @GetExchange("/rebuilds")
    Listing<Rebuild> rebuilds();

    @GetExchange("/rebuilds/{id}")
    Rebuild rebuild(@PathVariable String id);

    /** What a rebuild would do; with an order that says {@code dryRun}. */
    @PostExchange("/rebuilds")
    Rebuild.Plan plan(@RequestBody Rebuild.Order order);

    /** Begins one; with an order that does not say {@code dryRun}. */
    @PostExchange("/rebuilds")
    Rebuild order(@RequestBody Rebuild.Order order);

    @PostExchange("/rebuilds/{id}/pause")
    Rebuild pause(@PathVariable String id);

    @PostExchange("/rebuilds/{id}/resume")
    Rebuild resume(@PathVariable String id);

    @DeleteExchange("/rebuilds/{id}")
    Rebuild cancel(@PathVariable String id);
}
