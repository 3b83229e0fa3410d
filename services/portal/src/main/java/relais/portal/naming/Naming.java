package relais.portal.naming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/**
 * Finds the names of partners, territories and cards, all at once. Names of partners and
 * territories are public and change rarely, so they are remembered for a while; titles of cards are
 * not, since who may read one depends on the reader.
 */
@Component
public final class Naming {

    /** A page shows no more than this; what is beyond goes by its identifier. */
    private static final int MOST = 200;

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int REMEMBERED_NAMES = 20_000;

    private final Remote<PartnersApi> partners;
    private final Remote<FeedApi> feed;
    private final Cache<String, String> known =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_NAMES)
                    .expireAfterWrite(REMEMBERED)
                    .build();

    Naming(Remote<PartnersApi> partners, Remote<FeedApi> feed) {
        this.partners = partners;
        this.feed = feed;
    }

    /**
     * Names of these.
     *
     * @param ids of partners ({@code p-…}), territories ({@code scheme:code}) and cards; nulls are
     *     left out
     */
    public NameBook of(Collection<@Nullable String> ids) {
        return begin(ids).get();
    }

    /** Begins to ask for names of these; the answers are waited for when they are wanted. */
    public Supplier<NameBook> begin(Collection<@Nullable String> ids) {
        var names = new LinkedHashMap<String, String>();
        var asked = new LinkedHashMap<String, Pending<Optional<String>>>();
        for (String id : ids) {
            if (id == null || names.containsKey(id) || asked.containsKey(id)) {
                continue;
            }
            String name = known.getIfPresent(id);
            if (name != null) {
                names.put(id, name);
            } else if (asked.size() < MOST) {
                asked.put(id, ask(id));
            }
        }
        return () -> {
            asked.forEach((id, answer) -> add(id, answer, names));
            return new NameBook(names);
        };
    }

    private void add(String id, Pending<Optional<String>> asked, Map<String, String> names) {
        Optional<String> name = asked.answer().content().flatMap(found -> found);
        if (name.isEmpty() || name.get().isBlank()) {
            return;
        }
        names.put(id, name.get());
        if (isTerritory(id) || isPartner(id)) {
            known.put(id, name.get());
        }
    }

    private Pending<Optional<String>> ask(String id) {
        if (isTerritory(id)) {
            return partners.start(api -> Optional.of(api.territory(id)).map(TerritoryEntry::name));
        }
        if (isPartner(id)) {
            return partners.start(api -> Optional.of(api.partner(id)).map(PartnerDetails::name));
        }
        return feed.start(api -> Optional.of(api.card(id, Questions.of())).map(Card::title));
    }

    private static boolean isTerritory(String id) {
        return id.indexOf(':') > 0;
    }

    private static boolean isPartner(String id) {
        return id.startsWith("p-");
    }
}
