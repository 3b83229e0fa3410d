package relais.partners.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;

/** The port in memory; it obeys the same contract as the store. Territories do not nest here. */
final class InMemoryPartners implements Partners {
    private final TreeMap<PartnerId, Partner> partners = new TreeMap<>();
    private final Map<PartnerId, String> requests = new HashMap<>();
    private final List<RecordedEvent> log = Collections.synchronizedList(new ArrayList<>());

    @Override
    public synchronized Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public synchronized Addition add(RecordedEvent first, String requestKey) {
        PartnerId id = first.after().id();
        if (partners.putIfAbsent(id, first.after()) != null) {
            return requestKey.equals(requests.get(id)) ? Addition.REPEATED : Addition.ID_TAKEN;
        }
        requests.put(id, requestKey);
        log.add(first);
        return Addition.ADDED;
    }

    @Override
    public synchronized boolean replace(long expectedVersion, RecordedEvent event) {
        PartnerId id = event.after().id();
        Partner current = partners.get(id);
        if (current == null || current.version() != expectedVersion) {
            return false;
        }
        partners.put(id, event.after());
        log.add(event);
        return true;
    }

    @Override
    public synchronized List<Partner> list(
            PartnerFilter filter, @Nullable PartnerId after, int limit) {
        return partners.values().stream()
                .filter(partner -> after == null || partner.id().compareTo(after) > 0)
                .filter(partner -> passes(partner, filter))
                .limit(limit)
                .toList();
    }

    List<RecordedEvent> log() {
        return List.copyOf(log);
    }

    private static boolean passes(Partner partner, PartnerFilter filter) {
        List<String> words = NameWords.of(partner.identity().name().value());
        return (filter.kind() == null || filter.kind() == partner.identity().kind())
                && (filter.territory() == null
                        || filter.territory().equals(partner.identity().territory()))
                && filter.nameWords().stream()
                        .allMatch(wanted -> words.stream().anyMatch(w -> w.startsWith(wanted)))
                && (filter.signatory() == null
                        || filter.signatory() == (partner.charterSignedOn() != null))
                && (filter.committee() == null || filter.committee() == partner.committee());
    }
}
