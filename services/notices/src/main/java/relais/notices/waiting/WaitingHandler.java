package relais.notices.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.consumer.ReplicaUpdate;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.RegistryUnavailable;
import relais.notices.follower.Erasure;
import relais.notices.notice.MongoNotices;
import relais.notices.notice.Notice;
import relais.notices.notice.NoticeReason;

/**
 * Tells partners what waits for them. The replica is written last: what it has the version of is
 * told, and what is told again is told under the same id.
 */
@Component
public record WaitingHandler(
        EventDeserializer deserializer,
        MongoWaitingCards cards,
        MongoDeadlines deadlines,
        MongoNotices notices,
        Erasure erasure,
        Clock clock)
        implements EventHandler<WaitingFact> {

    /** Stands for the partner of a card that is not known yet. */
    private static final String OWNER_OF = "owner-of:";

    /** A partner's own card is its own. */
    private static final String PARTNER = "p-";

    @Override
    public boolean wants(Map<String, String> headers) {
        return WaitingAvro.WANTED.contains(headers.getOrDefault("ce_type", ""));
    }

    @Override
    public WaitingFact decode(IncomingEvent event) {
        return WaitingAvro.read(deserializer.deserialize(event.value()), event.appendedAt());
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        return cards.replica().versionsOf(aggregateIds);
    }

    @Override
    public void handle(List<HandledEvent<WaitingFact>> batch) {
        Map<String, WaitingCard> states =
                new HashMap<>(
                        cards.find(
                                batch.stream().flatMap(event -> named(event)).distinct().toList()));
        List<Notice> made = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        for (HandledEvent<WaitingFact> event : batch) {
            ReplicaUpdate<WaitingFact> update = ReplicaUpdate.of(event);
            WaitingCard after = WaitingCard.next(states.get(update.id()), update);
            if (after != null) {
                states.put(update.id(), after);
                touched.add(update.id());
            }
            if (update.fact() instanceof WaitingFact.PersonErased(String mandate)) {
                erasure.ofMandate(mandate);
            }
            Notice notice = notice(event, states);
            if (notice != null) {
                made.add(notice);
            }
        }
        notices.add(made);
        cards.replica().handle(batch);
        touched.stream().distinct().forEach(id -> settle(states.get(id)));
        address(made);
    }

    private static Stream<String> named(HandledEvent<WaitingFact> event) {
        String id = event.source().aggregateId();
        return event.payload() instanceof WaitingFact.MessageWritten written
                ? Stream.of(id, written.subject())
                : Stream.of(id);
    }

    private @Nullable Notice notice(
            HandledEvent<WaitingFact> event, Map<String, WaitingCard> states) {
        EventMetadata metadata = EventMetadata.fromHeaders(event.source().headers());
        Instant now = clock.instant();
        if (metadata.archive() || metadata.time().isBefore(now.minus(MongoNotices.NEWS))) {
            return null;
        }
        return switch (event.payload()) {
            case WaitingFact.Returned _ ->
                    toOwner(NoticeReason.RETURNED, metadata, metadata.aggregateId(), states, now);
            case WaitingFact.EvidenceChanged _ ->
                    toOwner(
                            NoticeReason.EVIDENCE_OUTDATED,
                            metadata,
                            metadata.aggregateId(),
                            states,
                            now);
            case WaitingFact.MessageWritten(String subject, String author) -> {
                WaitingCard card = states.get(subject);
                // Nobody is told what they wrote themselves; who owns another card is not known.
                yield author.equals(card == null ? subject : card.partner())
                        ? null
                        : toOwner(NoticeReason.MESSAGE, metadata, subject, states, now);
            }
            case null, default -> null;
        };
    }

    private static Notice toOwner(
            NoticeReason reason,
            EventMetadata event,
            String about,
            Map<String, WaitingCard> states,
            Instant now) {
        WaitingCard card = states.get(about);
        String partner = about.startsWith(PARTNER) ? about : card == null ? null : card.partner();
        return Notice.waiting(
                reason,
                event.id(),
                List.of(partner == null ? OWNER_OF + about : partner),
                about,
                event.time(),
                null,
                now);
    }

    /** What follows from where a card stands now, whichever way it came there. */
    private void settle(@Nullable WaitingCard card) {
        if (card == null) {
            return;
        }
        Deadline deadline = DueNotices.of(card);
        if (deadline == null) {
            deadlines.remove(card.id());
        } else {
            deadlines.put(deadline);
        }
        if (card.partner() != null && card.version() == 1) {
            notices.address(OWNER_OF + card.id(), card.partner());
        }
    }

    /** A card that became known while a message about it was told. */
    private void address(List<Notice> made) {
        for (Notice notice : made) {
            if (notice.audience().getFirst().startsWith(OWNER_OF)) {
                WaitingCard card = cards.find(List.of(notice.card())).get(notice.card());
                if (card != null && card.partner() != null) {
                    notices.address(OWNER_OF + card.id(), card.partner());
                }
            }
        }
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(RegistryUnavailable.class::isInstance)
                || EventHandler.super.isTransient(failure);
    }
}
