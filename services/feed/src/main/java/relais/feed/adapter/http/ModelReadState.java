package relais.feed.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Moments;
import relais.feed.query.Reader;
import relais.feed.query.Standing;
import relais.log.OffsetsToken;
import relais.web.Caller;
import relais.web.ReadState;

/**
 * Lists and counts say the same as long as the model stands at the same place of the log, the day
 * is the same (what is late depends on it), and the reader may see the same. A card has a validator
 * of its own, that of what it says: it stays while others change.
 *
 * @param place empty while no model serves
 */
public record ModelReadState(Supplier<Optional<Place>> place, Readers readers, Clock clock)
        implements ReadState {

    private static final Set<String> LISTS = Set.of("/feed", "/feed.atom", "/cards", "/facets");

    /**
     * Where the model that serves stands.
     *
     * @param model its number
     */
    public record Place(int model, Standing standing) {}

    @Override
    public Optional<String> of(HttpServletRequest request, @Nullable Caller caller) {
        String path = request.getRequestURI();
        if (!LISTS.contains(path) && !path.startsWith("/axes/")) {
            return Optional.empty();
        }
        // While a batch is being written the place is not that of what would be read.
        return place.get()
                .filter(now -> now.standing().isSettled())
                .map(now -> state(request, now, readers.of(Optional.ofNullable(caller))));
    }

    private String state(HttpServletRequest request, Place place, Reader reader) {
        return String.join(
                "|",
                request.getRequestURI() + '?' + request.getQueryString(),
                String.valueOf(place.model()),
                OffsetsToken.of(place.standing().proof().positions()),
                String.valueOf(place.standing().waiting()),
                reader.toString(),
                Moments.dayOf(clock.instant()).toString());
    }
}
