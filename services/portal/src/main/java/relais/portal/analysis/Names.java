package relais.portal.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/**
 * How the territories and partners of a table are called. The log has codes only, and a page of it
 * names the same few again and again: what was found out is kept for a while. What cannot be found
 * out goes by its code.
 */
@Component("analysisNames")
final class Names {

    private static final int MOST_AT_ONCE = 40;
    private static final int MOST_KEPT = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final PartnersApi partners;
    private final FeedApi feed;
    private final Calls calls;
    private final Cache<String, String> territories = cache();
    private final Cache<String, String> titles = cache();

    Names(PartnersApi partners, FeedApi feed, Calls calls) {
        this.partners = partners;
        this.feed = feed;
        this.calls = calls;
    }

    /** Names of territories by their codes. */
    Map<String, String> territories(Stream<@Nullable String> codes) {
        return find(
                codes,
                territories,
                code -> calls.start(Service.PARTNERS, () -> partners.territory(code)),
                TerritoryEntry::name);
    }

    /** Titles of cards that anyone may see, by their identifiers. */
    Map<String, String> titles(Stream<@Nullable String> ids) {
        return find(
                ids,
                titles,
                id -> calls.start(Service.FEED, () -> feed.card(id, new LinkedMultiValueMap<>())),
                Card::title);
    }

    private static <T> Map<String, String> find(
            Stream<@Nullable String> wanted,
            Cache<String, String> known,
            Function<String, Pending<T>> ask,
            Function<T, @Nullable String> name) {
        Map<String, String> names = new HashMap<>();
        Map<String, Pending<T>> asked = new LinkedHashMap<>();
        for (String each : distinct(wanted)) {
            String kept = known.getIfPresent(each);
            if (kept != null) {
                names.put(each, kept);
            } else if (asked.size() < MOST_AT_ONCE) {
                asked.put(each, ask.apply(each));
            }
        }
        asked.forEach(
                (each, pending) ->
                        pending.answer()
                                .content()
                                .flatMap(said -> Optional.ofNullable(name.apply(said)))
                                .filter(Predicate.not(String::isBlank))
                                .ifPresent(
                                        found -> {
                                            known.put(each, found);
                                            names.put(each, found);
                                        }));
        return names;
    }

    private static Collection<String> distinct(Stream<@Nullable String> wanted) {
        return wanted.filter(Objects::nonNull).distinct().toList();
    }

    private static Cache<String, String> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
    }
}
