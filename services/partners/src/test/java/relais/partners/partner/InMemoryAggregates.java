package relais.partners.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.Stored;

/** Partners without a database, and all that changed them. */
final class InMemoryAggregates implements Aggregates<Partner, PartnerEvent> {

    final List<Change<Partner, PartnerEvent>> log = new ArrayList<>();
    private final Map<String, Stored<Partner>> stored = new HashMap<>();

    @Override
    public Optional<Stored<Partner>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public boolean create(Change<Partner, PartnerEvent> creation) {
        return !stored.containsKey(creation.id()) && write(creation);
    }

    @Override
    public boolean save(Change<Partner, PartnerEvent> change) {
        Stored<Partner> before = stored.get(change.id());
        return before != null && before.version() == change.previousVersion() && write(change);
    }

    private boolean write(Change<Partner, PartnerEvent> change) {
        log.add(change);
        stored.put(
                change.id(),
                new Stored<>(
                        change.id(),
                        change.version(),
                        change.after(),
                        change.at(),
                        change.importedRows()));
        return true;
    }
}
