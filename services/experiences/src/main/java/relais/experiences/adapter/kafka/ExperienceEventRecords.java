package relais.experiences.adapter.kafka;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.EventMetadata;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.experiences.application.Change;
import relais.experiences.domain.Experience;
import relais.outbox.OutboxRecord;
import relais.web.CorrelationId;

/**
 * Makes the Kafka records of a change. The key is the owner's home territory on the day of the
 * submission, which never changes; the header {@code ce_territory} is where the experience takes
 * place, {@code ce_partner} is its owner, {@code ce_causationid} the event that the change answers.
 */
public final class ExperienceEventRecords implements Function<Change, List<OutboxRecord>> {

    private static final String SOURCE = "/services/experiences";

    /**
     * For this service alone: which row of an archive it was, so that a row is known again also by
     * a store that comes back from the log.
     */
    static final String IMPORT_ROW = "ce_importrow";

    private final EventSerializer serializer;

    /**
     * @param serializer resolved before the first event
     */
    public ExperienceEventRecords(EventSerializer serializer) {
        this.serializer = serializer;
    }

    @Override
    public List<OutboxRecord> apply(Change change) {
        return IntStream.range(0, change.events().size()).mapToObj(i -> record(change, i)).toList();
    }

    private OutboxRecord record(Change change, int index) {
        Experience after = change.after();
        SpecificRecord event =
                ExperienceEventAvroMapper.toAvro(after.id(), change.events().get(index));
        long version = change.previousVersion() + index + 1;
        EventMetadata metadata =
                new EventMetadata(
                        after.id().value(),
                        version,
                        event.getSchema().getFullName(),
                        SOURCE,
                        change.at(),
                        after.content().territory().value(),
                        after.owner().value(),
                        change.mandate(),
                        CorrelationId.current(),
                        cause(after, version),
                        change.archive());
        return new OutboxRecord(
                Topics.EXPERIENCES,
                after.home().value(),
                serializer.serialize(event),
                headers(metadata, change.importRow()));
    }

    private static Map<String, String> headers(EventMetadata metadata, @Nullable String importRow) {
        Map<String, String> headers = metadata.toHeaders();
        if (importRow != null) {
            headers.put(IMPORT_ROW, importRow);
        }
        return headers;
    }

    /** Whoever changes an experience answers its last event: they had to name its version. */
    private static @Nullable String cause(Experience experience, long version) {
        return version == 1 ? null : experience.id() + ":" + (version - 1);
    }
}
