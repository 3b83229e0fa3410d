package relais.feed.adapter.http;

import java.time.Duration;

/**
 * How streams are served.
 *
 * @param clients most streams at once in this process
 * @param queue most entries that wait for one client; a slower one is dropped
 * @param backlogs how many clients at once are given what they have missed; a page of it is in
 *     memory for each
 * @param backlogBytes about how much of it on one connection; for the rest the client connects
 *     again
 * @param heartbeat longest silence on a stream
 * @param lookEvery how often entries that other processes projected are looked for
 * @param atMostEvery shortest time between two looks, however much is projected here
 * @param renewAfter when a client is asked to connect again
 */
public record StreamSettings(
        int clients,
        int queue,
        int backlogs,
        long backlogBytes,
        Duration heartbeat,
        Duration lookEvery,
        Duration atMostEvery,
        Duration renewAfter) {}
