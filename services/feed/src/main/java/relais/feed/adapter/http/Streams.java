package relais.feed.adapter.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownActivity;
import relais.feed.query.StoredActivity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes streams: first what the client has missed, then what comes. One virtual thread each.
 *
 * <p>What clients have missed is read for a few of them at a time, page by page, and up to a number
 * of bytes: who has missed more is asked to connect again, and others have their turn.
 */
public final class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int PAGE = 100;
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(5);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final long RECONNECT_MILLIS = 2_000;
    private static final long NO_TIMEOUT = 0;

    private final StreamHub hub;
    private final Activities activities;
    private final EntryViews views;
    private final JsonMapper json;
    private final StreamSettings settings;
    private final Semaphore backlogs;

    public Streams(
            StreamHub hub,
            Activities activities,
            EntryViews views,
            JsonMapper json,
            StreamSettings settings) {
        this.hub = hub;
        this.activities = activities;
        this.views = views;
        this.json = json;
        this.settings = settings;
        this.backlogs = new Semaphore(settings.backlogs(), true);
    }

    /**
     * Opens a stream.
     *
     * @param reader asked for once there is a place
     * @param from up to where the client has read; null to begin with what comes now
     * @return empty if there are too many already, or the service stops
     */
    Optional<SseEmitter> open(
            Filter filter, Supplier<Reader> reader, @Nullable LogVector from, Locale locale) {
        if (!hub.takePlace()) {
            return Optional.empty();
        }
        boolean opened = false;
        try {
            var client = new StreamClient(filter, reader.get(), settings.queue());
            Optional<LogVector> joined = joined(client);
            if (joined.isEmpty()) {
                return Optional.empty();
            }
            var emitter = new SseEmitter(NO_TIMEOUT);
            emitter.onCompletion(() -> hub.remove(client));
            emitter.onError(gone -> hub.remove(client));
            LogVector to = joined.get();
            Thread.ofVirtual()
                    .name("feed-stream")
                    .start(() -> serve(client, emitter, from == null ? to : from, to, locale));
            opened = true;
            return Optional.of(emitter);
        } finally {
            if (!opened) {
                hub.givePlaceBack();
            }
        }
    }

    private Optional<LogVector> joined(StreamClient client) {
        try {
            return Optional.of(hub.join(client).get(JOIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (CancellationException stopping) {
            return Optional.empty();
        } catch (TimeoutException late) {
            hub.remove(client);
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The log cannot be read", failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            hub.remove(client);
            return Optional.empty();
        }
    }

    private void serve(
            StreamClient client, SseEmitter emitter, LogVector from, LogVector to, Locale locale) {
        try {
            emitter.send(SseEmitter.event().id(from.text()).reconnectTime(RECONNECT_MILLIS));
            catchUp(client, emitter, from, to, locale);
            follow(client, emitter, locale);
            StreamClient.End why = client.ended();
            if (why != null && why != StreamClient.End.GONE) {
                emitter.send(
                        SseEmitter.event()
                                .name("end")
                                .data(Map.of("reason", why.name()), MediaType.APPLICATION_JSON));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A stream's client is gone: {}", gone.toString());
        } catch (InterruptedException stopping) {
            emitter.complete();
        } catch (RuntimeException failure) {
            LOG.warn("A stream ends early", failure);
            emitter.completeWithError(failure);
        } finally {
            hub.remove(client);
            hub.givePlaceBack();
        }
    }

    /** What lies between where the client was and where the hub's entries begin for it. */
    private void catchUp(
            StreamClient client, SseEmitter emitter, LogVector from, LogVector to, Locale locale)
            throws IOException, InterruptedException {
        if (from.equals(to)) {
            return;
        }
        if (!backlogs.tryAcquire(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
            client.end(StreamClient.End.RENEW);
            return;
        }
        try {
            long bytes = 0;
            LogVector read = from;
            List<StoredActivity> page;
            do {
                page = activities.beyond(read, PAGE);
                Names names =
                        views.names(page.stream().map(StoredActivity::activity).toList(), null);
                for (StoredActivity entry : LogOrder.of(page)) {
                    var position = entry.activity().stamp().log();
                    read = read.with(position);
                    // Beyond that point the hub has it.
                    if (to.covers(position) && client.wants(entry)) {
                        var item = new StreamClient.Item(entry, names, read);
                        bytes += send(client, emitter, item, locale);
                    }
                }
                if (bytes > settings.backlog().toBytes()) {
                    client.end(StreamClient.End.RENEW);
                }
            } while (page.size() == PAGE && client.ended() == null);
        } finally {
            backlogs.release();
        }
    }

    private void follow(StreamClient client, SseEmitter emitter, Locale locale)
            throws IOException, InterruptedException {
        long heartbeat = settings.heartbeat().toNanos();
        long renewAt = System.nanoTime() + settings.renewAfter().toNanos();
        long quietSince = System.nanoTime();
        while (client.ended() == null) {
            // Woken by an entry or an end: ten thousand streams must not look at a clock for it.
            long silence = System.nanoTime() - quietSince;
            StreamClient.Item item = client.next(heartbeat - silence, TimeUnit.NANOSECONDS);
            long now = System.nanoTime();
            if (item != null) {
                send(client, emitter, item, locale);
                quietSince = now;
            } else if (now - quietSince >= heartbeat) {
                emitter.send(SseEmitter.event().comment("still here"));
                quietSince = now;
            }
            if (now > renewAt) {
                client.end(StreamClient.End.RENEW);
            }
        }
    }

    /** Returns how many bytes it was. */
    private int send(StreamClient client, SseEmitter emitter, StreamClient.Item item, Locale locale)
            throws IOException {
        Optional<String> data =
                item.written(
                        client.reader(),
                        locale,
                        () ->
                                Redaction.show(item.entry(), client.reader())
                                        .map(shown -> written(shown, item.names(), locale)));
        if (data.isEmpty()) {
            return 0;
        }
        emitter.send(
                SseEmitter.event()
                        .id(item.vector().text())
                        .name("activity")
                        .data(data.get(), TEXT));
        return data.get().length();
    }

    private String written(ShownActivity shown, Names names, Locale locale) {
        return json.writeValueAsString(views.one(shown, names, locale));
    }
}
