package relais.portal.api;

import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the service that reads the event log counts before it answers: a long log takes its time, so
 * that these are waited for longer than the rest of {@link HistoryApi}.
 */
@HttpExchange(accept = "application/json")
public interface CountingApi {

    /** What a replay would hold; nothing is done. */
    @PostExchange("/replays?dryRun=true")
    Replay.Estimate estimate(@RequestBody Map<String, Object> request);

    @GetExchange("/series")
    Series series(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/compare")
    Comparison compare(@RequestParam MultiValueMap<String, String> question);

    /** A part of the list behind a figure of a comparison. */
    @GetExchange("/compare/entries")
    Comparison.Entries entries(@RequestParam MultiValueMap<String, String> question);
}
