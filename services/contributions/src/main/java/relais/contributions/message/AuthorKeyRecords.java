package relais.contributions.message;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.Change;
import relais.events.EventMetadata;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.contributions.AuthorKeyErased;
import relais.outbox.OutboxRecord;
import relais.web.CorrelationId;

/**
 * Makes the Kafka records of what happens to an author's keys. That a key is made stays here, so
 * that the log's own sequence is not the document's version: every key is erased at most once, in
 * turn, and its number is the sequence of its erasure.
 *
 * @param serializer resolved before the first event
 */
public record AuthorKeyRecords(EventSerializer serializer)
        implements Function<Change<AuthorKey, AuthorKey.Event>, List<OutboxRecord>> {

    private static final String SOURCE = "/services/contributions";

    @Override
    public List<OutboxRecord> apply(Change<AuthorKey, AuthorKey.Event> change) {
        return change.events().stream().flatMap(event -> records(change, event)).toList();
    }

    private Stream<OutboxRecord> records(
            Change<AuthorKey, AuthorKey.Event> change, AuthorKey.Event event) {
        return switch (event) {
            case AuthorKey.Event.Made _ -> Stream.empty();
            case AuthorKey.Event.Erased(KeyId key) -> Stream.of(erased(change, key));
        };
    }

    private OutboxRecord erased(Change<AuthorKey, AuthorKey.Event> change, KeyId key) {
        Author author = change.after().author();
        SpecificRecord event =
                AuthorKeyErased.newBuilder()
                        .setMandateId(key.mandate())
                        .setKeyId(key.toString())
                        .build();
        EventMetadata metadata =
                new EventMetadata(
                        change.id(),
                        key.number(),
                        event.getSchema().getFullName(),
                        SOURCE,
                        change.at(),
                        author.home().value(),
                        author.partner().value(),
                        change.actor().mandate(),
                        CorrelationId.current(),
                        key.number() == 1 ? null : change.id() + ":" + (key.number() - 1),
                        change.archive());
        return new OutboxRecord(
                Topics.CONTRIBUTIONS,
                author.home().value(),
                serializer.serialize(event),
                metadata.toHeaders());
    }
}
