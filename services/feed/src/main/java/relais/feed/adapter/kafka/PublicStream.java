package relais.feed.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import relais.consumer.TransientFailure;
import relais.events.EventMetadata;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.open.PublicActivity;
import relais.feed.projection.Activity;
import relais.feed.query.Activities;
import relais.feed.query.Cards;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;
import relais.feed.query.Unpublished;

/**
 * Makes records of the public stream for events of the log, from what the model that serves says of
 * them: it holds no event's own words. An event that the model has not taken in yet is waited for;
 * one that it has set aside is kept in mind, with what follows it of the same card, and published
 * once the model has it.
 *
 * <p>Called by one thread for each group of partitions. What is done twice is published twice, with
 * the same {@code ce_id}.
 */
public final class PublicStream {

    /** Looks for what the model has not taken in yet, 50 ms apart. */
    private static final int LOOKS = 40;

    private static final long PAUSE_MS = 50;

    /**
     * Mostly the model takes it in within a few looks; only then is asked what it has set aside.
     */
    private static final int BEFORE_ASKING = 4;

    private final Cards cards;
    private final Activities activities;
    private final Unpublished unpublished;
    private final Predicate<String> setAside;
    private final UnaryOperator<List<String>> reach;
    private final Sending sending;

    /** Where records go. */
    @FunctionalInterface
    public interface Sender {
        /** Completes when Kafka has acknowledged it; it gives up by itself. */
        CompletableFuture<?> send(ProducerRecord<String, byte[]> message);
    }

    /** What turns a record into bytes, and where these go. */
    public record Sending(EventSerializer activities, EventSerializer cards, Sender sender) {}

    /**
     * @param cards those of the model that serves, like the activities
     * @param setAside whether the model has events of this card aside
     * @param reach the territories in whose feed something of these is
     */
    public PublicStream(
            Cards cards,
            Activities activities,
            Unpublished unpublished,
            Predicate<String> setAside,
            UnaryOperator<List<String>> reach,
            Sending sending) {
        this.cards = cards;
        this.activities = activities;
        this.unpublished = unpublished;
        this.setAside = setAside;
        this.reach = reach;
        this.sending = sending;
    }

    /**
     * Returns once Kafka has acknowledged what there is to publish.
     *
     * @param lanes of the partitions that are read here: what was kept in mind of them comes first
     * @throws TransientFailure if the model is behind, or Kafka does not acknowledge
     */
    public void publish(List<Unpublished.Event> batch, Set<String> lanes) {
        List<Unpublished.Event> earlier = unpublished.of(lanes);
        List<Unpublished.Event> all =
                Stream.concat(earlier.stream(), batch.stream())
                        .distinct()
                        .sorted(Comparator.comparingLong(Unpublished.Event::sequence))
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        Set<String> known = known(all, earlier);
        List<Unpublished.Event> ready = new ArrayList<>();
        List<Unpublished.Event> waiting = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        for (Unpublished.Event event : all) {
            if (behind.contains(event.card()) || !known.contains(event.id())) {
                behind.add(event.card());
                waiting.add(event);
            } else {
                ready.add(event);
            }
        }
        send(ready);
        unpublished.add(waiting);
        unpublished.remove(ready.stream().filter(Set.copyOf(earlier)::contains).toList());
    }

    /** The ids of those that the model has taken in. */
    private Set<String> known(List<Unpublished.Event> all, List<Unpublished.Event> earlier) {
        Set<String> blocked =
                earlier.stream().map(Unpublished.Event::card).collect(Collectors.toSet());
        Set<String> missing = all.stream().map(Unpublished.Event::id).collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        for (int look = 0; ; look++) {
            Set<String> found = cards.existing(missing);
            known.addAll(found);
            missing.removeAll(found);
            List<String> open =
                    all.stream()
                            .filter(event -> missing.contains(event.id()))
                            .map(Unpublished.Event::card)
                            .distinct()
                            .filter(card -> !blocked.contains(card))
                            .toList();
            if (open.isEmpty()) {
                return known;
            }
            if (look % BEFORE_ASKING == BEFORE_ASKING - 1) {
                open.stream().filter(setAside).forEach(blocked::add);
            }
            if (blocked.containsAll(open)) {
                return known;
            }
            if (look == LOOKS) {
                throw new TransientFailure("The model has not taken in " + missing, null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("stopped while the model was waited for", stopping);
        }
    }

    /** Cards first: who reads an activity finds its card. */
    private void send(List<Unpublished.Event> events) {
        List<String> ids = events.stream().map(Unpublished.Event::id).toList();
        Map<String, StoredActivity> found = new HashMap<>();
        activities.all(ids).forEach(each -> found.put(each.activity().id(), each));
        Set<String> changed =
                events.stream()
                        .map(Unpublished.Event::card)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, StoredCard> standing = cards.all(changed, null);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        Map<String, Long> published = new LinkedHashMap<>();
        changed.forEach(
                id -> {
                    StoredCard stored = standing.get(id);
                    if (card(stored, sent) && stored != null) {
                        published.put(id, stored.card().version());
                    }
                });
        Set<String> subjects = publicOnes(found.values());
        for (String id : ids) {
            StoredActivity stored = found.get(id);
            if (stored != null) {
                activity(stored, subjects, sent);
            }
        }
        await(sent);
        sendWhatChangedMeanwhile(published);
    }

    /**
     * After a rebalance another instance may have published a later version of a card before this
     * one published what it had read. The last record says what is so.
     */
    private void sendWhatChangedMeanwhile(Map<String, Long> published) {
        Map<String, String> later = new LinkedHashMap<>();
        published.forEach((id, version) -> later.put(id + ":" + (version + 1), id));
        if (later.isEmpty()) {
            return;
        }
        List<String> changed = cards.existing(later.keySet()).stream().map(later::get).toList();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        cards.all(changed, null).values().forEach(now -> card(now, sent));
        await(sent);
    }

    private Set<String> publicOnes(Collection<StoredActivity> about) {
        Set<String> subjects = new HashSet<>();
        for (StoredActivity stored : about) {
            String subject = stored.activity().subject();
            if (subject != null) {
                subjects.add(subject);
            }
        }
        return cards.all(subjects, null).entrySet().stream()
                .filter(each -> PublicStreamRecords.isPublic(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether there is something to tell of it. */
    private boolean card(@Nullable StoredCard stored, List<CompletableFuture<?>> sent) {
        if (stored == null || !PublicStreamRecords.isPublic(stored)) {
            return false;
        }
        List<String> around = reach.apply(List.of(String.valueOf(stored.card().territory())));
        byte[] value =
                PublicStreamRecords.card(stored, around)
                        .map(sending.cards()::serialize)
                        .orElse(null);
        sent.add(send(Topics.PUBLIC_CARDS, PublicStreamRecords.metadata(stored.card()), value));
        return true;
    }

    private void activity(
            StoredActivity stored, Set<String> subjects, List<CompletableFuture<?>> sent) {
        Activity activity = stored.activity();
        String subject = activity.subject();
        PublicStreamRecords.activity(
                        stored,
                        reach.apply(activity.about()),
                        subject != null && subjects.contains(subject) ? subject : null)
                .ifPresent(each -> sent.add(send(each)));
    }

    private CompletableFuture<?> send(PublicActivity activity) {
        SpecificRecord value = activity;
        return send(
                Topics.PUBLIC_ACTIVITIES,
                PublicStreamRecords.metadata(activity),
                sending.activities().serialize(value));
    }

    private CompletableFuture<?> send(
            String topic, EventMetadata metadata, byte @Nullable [] value) {
        var message = new ProducerRecord<String, byte[]>(topic, metadata.aggregateId(), value);
        metadata.toHeaders()
                .forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        return sending.sender().send(message);
    }

    private static void await(List<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException refused) {
            throw new TransientFailure("Kafka does not acknowledge the public stream", refused);
        }
    }
}
