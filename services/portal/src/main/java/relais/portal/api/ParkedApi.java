package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What every service that consumes events lets operators do with those it could not take. */
public interface ParkedApi {

    /** The events that wait, aggregate by aggregate; {@code limit}, {@code cursor}. */
    @GetExchange("/parked")
    Listing<ParkedEvent> parked(@RequestParam MultiValueMap<String, String> question);

    /** The first ones of one aggregate in order; refused with 404 if there is none. */
    @GetExchange("/parked/{aggregateId}")
    Listing<ParkedEvent> parkedOf(@PathVariable String aggregateId);

    /** Tries them again, in order. */
    @PostExchange("/parked/{aggregateId}/redrive")
    Redriven redrive(@PathVariable String aggregateId);

    /** Gives up on the next one, and tries what waited behind it. */
    @PostExchange("/parked/{aggregateId}/skip")
    Redriven skip(@PathVariable String aggregateId, @RequestBody Skip skip);

    record Skip(long sequence, String reason) {}
}
