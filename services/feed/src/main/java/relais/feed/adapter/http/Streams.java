package relais.feed.adapter.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** Writes streams: first what the client has missed, then what comes. One virtual thread each. */
public final class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int PAGE = 200;
    private static final long RECONNECT_MILLIS = 2_000;
    private static final long NO_TIMEOUT = 0;

    private final StreamHub hub;
    private final Activities activities;
    private final EntryViews views;
    private final StreamSettings settings;

    public Streams(
            StreamHub hub, Activities activities, EntryViews views, StreamSettings settings) {
        this.hub = hub;
        this.activities = activities;
        this.views = views;
        this.settings = settings;
    }

    /**
     * Opens a stream.
     *
     * @param from up to where the client has read; null to begin with what comes now
     * @return empty if there are too many already
     */
    Optional<SseEmitter> open(
            Filter filter, Reader reader, @Nullable LogVector from, Locale locale) {
        var client = new StreamClient(filter, reader, settings.queue());
        if (from == null) {
            hub.catchUp();
        }
        Optional<LogVector> joined = hub.add(client);
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
        return Optional.of(emitter);
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
        }
    }

    /** What lies between where the client was and where the hub's entries begin for it. */
    private void catchUp(
            StreamClient client, SseEmitter emitter, LogVector from, LogVector to, Locale locale)
            throws IOException {
        LogVector read = from;
        List<StoredActivity> page;
        do {
            page = activities.beyond(read, PAGE);
            Names names = views.names(page.stream().map(StoredActivity::activity).toList(), null);
            for (StoredActivity entry : LogOrder.of(page)) {
                var position = entry.activity().stamp().log();
                read = read.with(position);
                // Beyond that point the hub has it.
                if (to.covers(position) && client.wants(entry)) {
                    send(client, emitter, new StreamClient.Item(entry, names, read), locale);
                }
            }
        } while (page.size() == PAGE && client.ended() == null);
    }

    private void follow(StreamClient client, SseEmitter emitter, Locale locale)
            throws IOException, InterruptedException {
        long heartbeat = settings.heartbeat().toMillis();
        long renewAt = System.nanoTime() + settings.renewAfter().toNanos();
        long quietSince = System.nanoTime();
        while (client.ended() == null) {
            // Short waits, so that an end is noticed soon.
            StreamClient.Item item = client.next(Math.min(heartbeat, 250), TimeUnit.MILLISECONDS);
            long now = System.nanoTime();
            if (item != null) {
                send(client, emitter, item, locale);
                quietSince = now;
            } else if (TimeUnit.NANOSECONDS.toMillis(now - quietSince) >= heartbeat) {
                emitter.send(SseEmitter.event().comment("still here"));
                quietSince = now;
            }
            if (now > renewAt) {
                client.end(StreamClient.End.RENEW);
            }
        }
    }

    private void send(
            StreamClient client, SseEmitter emitter, StreamClient.Item item, Locale locale)
            throws IOException {
        Optional<ShownActivity> shown = Redaction.show(item.entry(), client.reader());
        if (shown.isPresent()) {
            emitter.send(
                    SseEmitter.event()
                            .id(item.vector().text())
                            .name("activity")
                            .data(
                                    views.one(shown.get(), item.names(), locale),
                                    MediaType.APPLICATION_JSON));
        }
    }
}
