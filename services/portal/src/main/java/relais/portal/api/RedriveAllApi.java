package relais.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.PostExchange;

/** What some services offer for when one fault has set aside the events of many. */
public interface RedriveAllApi {

    /**
     * Tries again what has failed with the same words, some at a time.
     *
     * @param question {@code error}: part of the words, empty for any; {@code limit}, {@code
     *     cursor}
     */
    @PostExchange("/parked/redrive")
    Round redriveAll(@RequestParam MultiValueMap<String, String> question);

    /** What one round came to, and the {@code cursor} to go on with; absent at the end. */
    record Round(int tried, int cleared, int handled, @Nullable String nextCursor) {}
}
