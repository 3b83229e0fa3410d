package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The service where territories write what they did. What changes something takes the version that
 * its author has seen, as {@code If-Match}.
 */
@HttpExchange(accept = "application/json")
public interface ExperiencesApi {

    /**
     * What waits for review, the oldest first.
     *
     * @param question {@code scope}, {@code status}, {@code limit}, {@code cursor}
     */
    @GetExchange("/experiences")
    Listing<ReviewedExperience> reviewed(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/experiences/{id}")
    ReviewedExperience reviewed(@PathVariable String id);

    @PostExchange("/experiences/{id}/publication")
    Written publish(
            @PathVariable String id,
            @RequestHeader("If-Match") String version,
            @RequestBody ReviewRequests.Publication publication);

    /** Back to its partner. */
    @PostExchange("/experiences/{id}/return")
    Written giveBack(
            @PathVariable String id,
            @RequestHeader("If-Match") String version,
            @RequestBody ReviewRequests.Return request);

    @PostExchange("/experiences/{id}/highlight")
    Written highlight(
            @PathVariable String id,
            @RequestHeader("If-Match") String version,
            @RequestBody ReviewRequests.Highlight highlight);

    @PostExchange("/experiences/{id}/moderation")
    Written moderate(
            @PathVariable String id,
            @RequestHeader("If-Match") String version,
            @RequestBody ReviewRequests.Reason reason);
}
