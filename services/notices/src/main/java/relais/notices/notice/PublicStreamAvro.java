package relais.notices.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.EventDeserializer;
import relais.events.UndecodableEvent;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.notices.follow.PublicEvent;

/** What the public stream says. */
@Component
public record PublicStreamAvro(
        EventDeserializer deserializer,
        List<PublicEventListener> listeners,
        MongoPublicCards cards) {

    /** Events told together: what follows match is in memory for each of them. */
    private static final int TOGETHER = 20;

    /**
     * Takes in these records; the same once more change nothing.
     *
     * @param unreadable gets those that are none of the stream
     */
    void accept(
            List<ConsumerRecord<byte[], byte[]>> records,
            BiConsumer<ConsumerRecord<byte[], byte[]>, UndecodableEvent> unreadable) {
        Map<String, Optional<CardTitle>> titles = new LinkedHashMap<>();
        List<PublicEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                accept(record, titles, events);
            } catch (UndecodableEvent none) {
                unreadable.accept(record, none);
            }
        }
        cards.put(titles);
        for (int from = 0; from < events.size(); from += TOGETHER) {
            List<PublicEvent> some = events.subList(from, Math.min(from + TOGETHER, events.size()));
            listeners.forEach(each -> each.tell(some));
        }
    }

    private void accept(
            ConsumerRecord<byte[], byte[]> record,
            Map<String, Optional<CardTitle>> titles,
            List<PublicEvent> events) {
        if (record.value() == null) {
            if (record.key() != null) {
                titles.put(new String(record.key(), UTF_8), Optional.empty());
            }
            return;
        }
        switch (deserializer.deserialize(record.value())) {
            case PublicActivity activity -> events.add(event(activity, record));
            case PublicCard card -> {
                titles.put(
                        card.getId(),
                        Optional.of(
                                new CardTitle(
                                        card.getId(),
                                        card.getVersion(),
                                        card.getKind(),
                                        card.getTitle())));
                events.add(event(card, record));
            }
            default ->
                    throw new UndecodableEvent(
                            "Nothing of the public stream: " + record.topic(), null);
        }
    }

    /**
     * A record of the stream, read by itself; null if it says that something is gone, or nobody can
     * read it.
     *
     * @throws relais.events.RegistryUnavailable if the registry is away
     */
    public @Nullable PublicEvent read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return switch (deserializer.deserialize(record.value())) {
                case PublicActivity activity -> event(activity, record);
                case PublicCard card -> event(card, record);
                default -> null;
            };
        } catch (UndecodableEvent unreadable) {
            return null;
        }
    }

    private static PublicEvent event(PublicActivity said, ConsumerRecord<?, ?> record) {
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
                said.getArchive(),
                position(record));
    }

    private static PublicEvent event(PublicCard said, ConsumerRecord<?, ?> record) {
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
                false,
                position(record));
    }

    private static String position(ConsumerRecord<?, ?> record) {
        return record.partition() + ":" + record.offset();
    }
}
