package relais.notices.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Set<String> awaited = new HashSet<>();
        Set<String> begun = new HashSet<>();
        for (HandledEvent<WaitingFact> event : batch) {
            ReplicaUpdate<WaitingFact> update = ReplicaUpdate.of(event);
            WaitingCard before = states.get(update.id());
            WaitingCard after = WaitingCard.next(before, update);
            if (after != null) {
                states.put(update.id(), after);
                if (after.deadline() != null || (before != null && before.deadline() != null)) {
                    awaited.add(update.id());
                }
                if (after.version() == 1 && after.partner() != null) {
                    begun.add(update.id());
                }
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
        deadlines.settle(awaited.stream().map(states::get).filter(Objects::nonNull).toList());
        address(begun.stream().map(states::get).filter(Objects::nonNull).toList(), made);
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

    /**
     * Gives their audience to notices that were made before their card was known: of the cards that
     * are known since now, and of those that have become known meanwhile.
     */
    private void address(List<WaitingCard> begun, List<Notice> made) {
        Map<String, String> partners = new HashMap<>();
        begun.forEach(card -> owner(card, partners));
        List<String> unknown =
                made.stream()
                        .filter(notice -> notice.audience().getFirst().startsWith(OWNER_OF))
                        .map(Notice::card)
                        .distinct()
                        .toList();
        if (!unknown.isEmpty()) {
            cards.find(unknown).values().forEach(card -> owner(card, partners));
        }
        notices.address(partners);
    }

    private static void owner(WaitingCard card, Map<String, String> partners) {
        if (card.partner() != null) {
            partners.put(OWNER_OF + card.id(), card.partner());
        }
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(RegistryUnavailable.class::isInstance)
                || EventHandler.super.isTransient(failure);
    }
}
