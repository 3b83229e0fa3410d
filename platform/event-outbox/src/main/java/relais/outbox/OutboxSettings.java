package relais.outbox;

import java.time.Duration;

/**
 * The relay's limits.
 *
 * @param queues threads that publish; one key is always served by the same one
 * @param queueCapacity aggregates that may wait for one queue; what does not fit is left to the
 *     sweeper
 * @param batch aggregates that a queue publishes together
 * @param sweepInterval least time between two looks for what is left unsent
 * @param grace age below which the sweeper leaves an aggregate to the queue that received it
 * @param lease how long the process that took an aggregate to send its records has it to itself;
 *     after a crash its records wait so long. More than twice the producer's delivery timeout, and
 *     than what clocks of two instances differ
 * @param maxBackoff longest time between two attempts while Kafka does not take records
 * @param closeLimit longest time that closing waits for what is queued
 * @param maxUnsent unsent records that one aggregate may have before its changes are refused
 * @param maxUnsentBytes the same for the values of those records: they wait in the aggregate's own
 *     document, of which MongoDB takes 16 MiB
 */
public record OutboxSettings(
        int queues,
        int queueCapacity,
        int batch,
        Duration sweepInterval,
        Duration grace,
        Duration lease,
        Duration maxBackoff,
        Duration closeLimit,
        int maxUnsent,
        int maxUnsentBytes) {

    public OutboxSettings {
        if (queues < 1 || queueCapacity < 1 || batch < 1 || maxUnsent < 1 || maxUnsentBytes < 1) {
            throw new IllegalArgumentException(
                    "queues, queueCapacity, batch, maxUnsent and maxUnsentBytes must be at least"
                            + " 1");
        }
    }

    /** What suits a service on two cores. */
    public static OutboxSettings defaults() {
        return new OutboxSettings(
                4,
                1_000,
                64,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(24),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                1_000,
                3_000_000);
    }
}
