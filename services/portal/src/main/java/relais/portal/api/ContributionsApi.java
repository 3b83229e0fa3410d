package relais.portal.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The service of what the committee writes, and of the threads about any card. */
@HttpExchange(accept = "application/json")
public interface ContributionsApi extends ParkedApi {

    String IF_MATCH = "If-Match";
    String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The thread of a {@code subject}, the oldest first; {@code limit}, {@code cursor}. */
    @GetExchange("/messages")
    Listing<Message> messages(@RequestParam MultiValueMap<String, String> question);

    /**
     * Contributions, the latest opened first.
     *
     * @param filter {@code status}, {@code axis}, {@code kind}, {@code limit}, {@code cursor}
     */
    @GetExchange("/contributions")
    Listing<Contribution> contributions(@RequestParam MultiValueMap<String, String> filter);

    @GetExchange("/contributions/{id}")
    Contribution contribution(@PathVariable String id);

    @GetExchange("/contributions/{id}/board")
    Board board(@PathVariable String id);

    @GetExchange("/contributions/{id}/working-copy")
    WorkingCopy workingCopy(@PathVariable String id);

    /** The version is that of the working copy, absent for the first save. */
    @PutExchange("/contributions/{id}/working-copy")
    WorkingCopy saveWorkingCopy(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String version,
            @RequestBody Map<String, ?> copy);

    @DeleteExchange("/contributions/{id}/working-copy")
    void deleteWorkingCopy(@PathVariable String id, @RequestHeader(IF_MATCH) String version);

    @GetExchange("/contributions/{id}/amendments/{amendment}")
    AmendmentTexts amendment(@PathVariable String id, @PathVariable String amendment);
}
