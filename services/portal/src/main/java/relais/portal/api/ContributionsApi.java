package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The service of what the committee writes, and of the threads about any card. */
@HttpExchange(accept = "application/json")
public interface ContributionsApi extends ParkedApi {

    /**
     * The thread of a card, the oldest message first.
     *
     * @param question {@code subject}, {@code limit}, {@code cursor}
     */
    @GetExchange("/messages")
    Listing<Message> messages(@RequestParam MultiValueMap<String, String> question);
}
