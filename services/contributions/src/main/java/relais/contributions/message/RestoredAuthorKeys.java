package relais.contributions.message;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.MessagePosted;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.recovery.Derived;
import relais.recovery.Finding;
import relais.recovery.Findings;
import relais.recovery.Loss;

/** Hears in the log which keys there were. */
public final class RestoredAuthorKeys implements Derived {

    private static final String POSTED = MessagePosted.getClassSchema().getFullName();
    private static final String ERASED = AuthorKeyErased.getClassSchema().getFullName();

    private final EventDeserializer deserializer;
    private final RestoreAuthorKeys keys;
    private final List<Finding> unreadable = new ArrayList<>();

    public RestoredAuthorKeys(EventDeserializer deserializer, RestoreAuthorKeys keys) {
        this.deserializer = deserializer;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "authorKeys";
    }

    @Override
    public void saw(LoggedEvent event, Envelope envelope) {
        if (!envelope.type().equals(POSTED) && !envelope.type().equals(ERASED)) {
            return;
        }
        try {
            hear(deserializer.deserialize(event.value()), event, envelope);
        } catch (RegistryUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            // A message that cannot be read is told by its own recovery.
            if (envelope.type().equals(ERASED)) {
                unreadable.add(
                        new Finding(
                                Finding.Kind.UNREADABLE_EVENT,
                                envelope.aggregateId(),
                                envelope.sequence(),
                                event.place().address().toString(),
                                failure.toString()));
            }
        }
    }

    private void hear(SpecificRecord event, LoggedEvent logged, Envelope envelope) {
        String home = logged.key();
        String partner = envelope.partner();
        if (home == null || partner == null) {
            throw new IllegalArgumentException("Whoever writes is of a partner of a territory");
        }
        switch (event) {
            case MessagePosted e ->
                    keys.wrote(author(e.getMandateId(), partner, home), KeyId.of(e.getKeyId()));
            case AuthorKeyErased e ->
                    keys.erased(author(e.getMandateId(), partner, home), KeyId.of(e.getKeyId()));
            default -> throw new IllegalArgumentException("Nothing of keys: " + envelope.type());
        }
    }

    private static Author author(String mandate, String partner, String home) {
        return new Author(mandate, new PartnerId(partner), new TerritoryCode(home));
    }

    @Override
    public long restore(String operator, Findings findings) {
        unreadable.forEach(findings::add);
        return keys.restore(operator);
    }

    @Override
    public List<Loss> losses() {
        RestoreAuthorKeys.Lost lost = keys.lost();
        return List.of(
                new Loss("author-keys", (long) lost.mandates().size(), lost.mandates()),
                new Loss("message-texts", lost.messages(), List.of()));
    }
}
