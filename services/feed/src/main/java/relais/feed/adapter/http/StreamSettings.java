package relais.feed.adapter.http;

import java.time.Duration;

/**
 * How streams are served.
 *
 * @param clients most streams at once in this process
 * @param queue most entries that wait for one client; a slower one is dropped
 * @param heartbeat longest silence on a stream
 * @param lookEvery how often entries that other processes projected are looked for
 * @param atMostEvery shortest time between two looks, however much is projected here
 * @param renewAfter when a client is asked to connect again
 */
public record StreamSettings(
        int clients,
        int queue,
        Duration heartbeat,
        Duration lookEvery,
        Duration atMostEvery,
        Duration renewAfter) {}
