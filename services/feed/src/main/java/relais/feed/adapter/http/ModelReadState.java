package relais.feed.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import relais.feed.query.Moments;
import relais.feed.query.RecentStanding;
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
    public record Place(int model, RecentStanding standing) {}

    @Override
    public Optional<String> of(HttpServletRequest request, @Nullable Caller caller) {
        String path = request.getRequestURI();
        if (!LISTS.contains(path) && !path.startsWith("/axes/")) {
            return Optional.empty();
        }
        return place.get().flatMap(now -> state(request, now, caller));
    }

    private Optional<String> state(
            HttpServletRequest request, Place place, @Nullable Caller caller) {
        // That nothing has changed has to be so; an answer may be of a later place than it says.
        RecentStanding.Look look =
                request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                        ? place.standing().recent()
                        : place.standing().now();
        // While a batch is being written the place is not that of what would be read.
        return look.settled()
                .map(
                        standing ->
                                String.join(
                                        "|",
                                        request.getRequestURI() + '?' + request.getQueryString(),
                                        String.valueOf(place.model()),
                                        standing,
                                        readers.of(Optional.ofNullable(caller)).toString(),
                                        Moments.dayOf(clock.instant()).toString()));
    }
}
