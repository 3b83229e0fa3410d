package relais.portal.api;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The service that reads the event log: exports, figures, replays, proofs. Questions are passed as
 * they came: the service knows which are right and says so.
 */
@HttpExchange(accept = "application/json")
public interface HistoryApi {

    /**
     * Events as lines of JSON, each a {@link LogEvent}; the header {@code Relais-Log-To} names the
     * place up to which the log was read.
     *
     * @param question with a {@code limit}: all of it is held in memory
     */
    @GetExchange(url = "/events", accept = "application/x-ndjson")
    ResponseEntity<byte[]> events(@RequestParam MultiValueMap<String, String> question);

    /** One event; without {@code at}, where it lies, the whole log is searched. */
    @GetExchange("/events/{id}")
    LogEvent event(@PathVariable String id, @RequestParam MultiValueMap<String, String> question);

    @GetExchange("/exports/{id}")
    Manifest manifest(@PathVariable String id);

    /** Count and digest of the log {@code upTo} or {@code asOf}, or of all that is there. */
    @GetExchange("/proofs")
    LogProof proof(@RequestParam MultiValueMap<String, String> question);

    /** The open data of the day. */
    @GetExchange("/datasets")
    Datasets datasets();

    @GetExchange("/replays")
    Listing<Replay> replays(@RequestParam MultiValueMap<String, String> page);

    @GetExchange("/replays/{id}")
    Replay replay(@PathVariable String id);

    @GetExchange("/replays/{id}/manifest")
    Manifest replayManifest(@PathVariable String id);

    @PostExchange("/replays")
    Replay ask(
            @RequestHeader("Idempotency-Key") String key, @RequestBody Map<String, Object> request);

    @PostExchange("/replays/{id}/pause")
    Replay pause(@PathVariable String id);

    @PostExchange("/replays/{id}/resume")
    Replay resume(@PathVariable String id);

    /** Cancels it, and removes what it made. */
    @DeleteExchange("/replays/{id}")
    void cancel(@PathVariable String id);
}
