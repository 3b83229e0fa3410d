package relais.partners.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.events.partners.MandatePersonErased;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.recovery.Derived;
import relais.recovery.Finding;
import relais.recovery.Findings;

/**
 * Forgets again whom the log says was erased, wherever a backup had them from. Who was named under
 * the same mandate after that stays. It remembers each mandate whose person was ever erased, a few
 * words for each.
 */
public final class RestoredErasures implements Derived {

    private static final String ERASED = MandatePersonErased.getClassSchema().getFullName();

    private final EventDeserializer deserializer;
    private final Persons persons;

    /** The version of its partner at which a mandate's person was last erased. */
    private final Map<MandateId, Long> erased = new HashMap<>();

    private final List<Finding> unreadable = new ArrayList<>();

    public RestoredErasures(EventDeserializer deserializer, Persons persons) {
        this.deserializer = deserializer;
        this.persons = persons;
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public void saw(LoggedEvent event, Envelope envelope) {
        if (!envelope.type().equals(ERASED)) {
            return;
        }
        try {
            var read = (MandatePersonErased) deserializer.deserialize(event.value());
            erased(new MandateId(read.getMandateId()), envelope.sequence());
        } catch (RegistryUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            unreadable.add(
                    new Finding(
                            Finding.Kind.UNREADABLE_EVENT,
                            envelope.aggregateId(),
                            envelope.sequence(),
                            event.place().address().toString(),
                            "somebody is not erased again: " + failure));
        }
    }

    /** The log says that this version of a partner erased who held a mandate. */
    void erased(MandateId mandate, long version) {
        erased.merge(mandate, version, Math::max);
    }

    @Override
    public long restore(String operator, Findings findings) {
        unreadable.forEach(findings::add);
        erased.forEach((mandate, version) -> persons.eraseNamedBefore(version, mandate));
        return erased.size();
    }
}
