package relais.feed.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How streams are served.
 *
 * @param clients most streams at once in this process
 * @param queue most entries that wait for one client; a slower one is dropped
 * @param backlogs how many clients at once are given what they have missed; a page of it is in
 *     memory for each
 * @param backlog about how much of it on one connection; for the rest the client connects again
 * @param heartbeat longest silence on a stream
 * @param lookEvery how often entries that other processes projected are looked for
 * @param atMostEvery shortest time between two looks, however much is projected here
 * @param renewAfter when a client is asked to connect again
 */
public record StreamSettings(
        @DefaultValue("500") int clients,
        @DefaultValue("256") int queue,
        @DefaultValue("4") int backlogs,
        @DefaultValue("1MB") DataSize backlog,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("50ms") Duration atMostEvery,
        @DefaultValue("30m") Duration renewAfter) {}
