package relais.partners.partner;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import relais.aggregates.partner.PartnerId;

/** The port in memory; it obeys the same contract as the store. */
final class InMemoryPersons implements Persons {
    private record Kept(PartnerId partner, long version, Person person) {}

    private final Map<MandateId, Kept> persons = new ConcurrentHashMap<>();

    @Override
    public void keep(MandateId mandate, PartnerId partner, long version, Person person) {
        persons.put(mandate, new Kept(partner, version, person));
    }

    @Override
    public Map<MandateId, Person> of(PartnerId partner) {
        return persons.entrySet().stream()
                .filter(entry -> entry.getValue().partner().equals(partner))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().person()));
    }

    @Override
    public void erase(MandateId mandate) {
        persons.remove(mandate);
    }

    @Override
    public void eraseNamedBefore(long version, MandateId mandate) {
        persons.computeIfPresent(mandate, (_, kept) -> kept.version() < version ? null : kept);
    }
}
