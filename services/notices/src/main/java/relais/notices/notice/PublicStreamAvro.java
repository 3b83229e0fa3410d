package relais.notices.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.EventDeserializer;
import relais.events.UndecodableEvent;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.notices.follow.PublicEvent;

/** What the public stream says, record by record. */
@Component
public record PublicStreamAvro(
        EventDeserializer deserializer,
        List<PublicEventListener> listeners,
        MongoPublicCards cards) {

    /**
     * Takes in one record; the same once more changes nothing.
     *
     * @throws UndecodableEvent if it is none of the stream
     */
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                cards.remove(new String(record.key(), UTF_8));
            }
            return;
        }
        switch (deserializer.deserialize(record.value())) {
            case PublicActivity activity -> tell(event(activity));
            case PublicCard card -> {
                cards.put(
                        new CardTitle(
                                card.getId(), card.getVersion(), card.getKind(), card.getTitle()));
                tell(event(card));
            }
            default ->
                    throw new UndecodableEvent(
                            "Nothing of the public stream: " + record.topic(), null);
        }
    }

    /**
     * An activity of the stream, read by itself; null if nobody can read it as one.
     *
     * @throws relais.events.RegistryUnavailable if the registry is away
     */
    public @Nullable PublicEvent activity(byte @Nullable [] value) {
        try {
            return value != null && deserializer.deserialize(value) instanceof PublicActivity said
                    ? event(said)
                    : null;
        } catch (UndecodableEvent unreadable) {
            return null;
        }
    }

    private void tell(PublicEvent event) {
        listeners.forEach(each -> each.tell(event));
    }

    private static PublicEvent event(PublicActivity said) {
        return new PublicEvent(
                said.getId(),
                said.getType(),
                said.getKind(),
                said.getCard(),
                said.getSubject(),
                said.getVersion(),
                said.getTerritories(),
                Stream.of(said.getPartner(), said.getBy()).filter(Objects::nonNull).toList(),
                said.getAxes(),
                said.getLevels(),
                List.of(),
                List.of(),
                said.getOccurredAt(),
                said.getArchive());
    }

    private static PublicEvent event(PublicCard said) {
        List<String> words = new ArrayList<>(said.getTags());
        Stream.of(said.getTitle(), said.getPreview()).filter(Objects::nonNull).forEach(words::add);
        return new PublicEvent(
                said.getId() + ":" + said.getVersion(),
                null,
                said.getKind(),
                said.getId(),
                null,
                said.getVersion(),
                said.getTerritories(),
                Stream.of(said.getPartner()).filter(Objects::nonNull).toList(),
                said.getAxes(),
                said.getLevels(),
                said.getTags(),
                words,
                said.getValidFrom(),
                false);
    }
}
