package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The service of what the committee writes, and of the threads about any card. */
@HttpExchange(accept = "application/json")
public interface ContributionsApi {

    /**
     * The thread of a card, the oldest message first.
     *
     * @param question {@code subject}, {@code limit}, {@code cursor}
     */
    @GetExchange("/messages")
    Listing<Message> messages(@RequestParam MultiValueMap<String, String> question);

    /** Hides what a message says, for good. */
    @PostExchange("/messages/{id}/redaction")
    Written redact(
            @PathVariable String id,
            @RequestHeader("If-Match") String version,
            @RequestBody ReviewRequests.Reason reason);
}
