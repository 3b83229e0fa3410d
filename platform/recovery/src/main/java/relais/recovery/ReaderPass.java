package relais.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import relais.consumer.IncomingEvent;
import relais.consumer.LostEvents;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * Has a reader take in again all that its group had committed; what comes after that it reads by
 * itself, and answers as it would have.
 */
record ReaderPass(LostEvents<?> reader, LongConsumer read) {

    private static final int AT_ONCE = 500;

    /**
     * @return how many events were taken in
     * @throws InterruptedException if it was to stop: what was taken in is right, and not all
     */
    long run(KafkaLogs logs) throws InterruptedException {
        long taken = 0;
        for (String topic : reader.topics()) {
            Log log = logs.of(topic);
            Log.Extent extent = log.extent();
            Offsets to = within(extent.end(), logs.committed(reader.group(), topic));
            try (Log.Reading<LoggedEvent> reading = log.read(extent.start(), to, event -> event)) {
                taken += takeIn(reading);
            }
        }
        reader.releaseParked();
        return taken;
    }

    private long takeIn(Log.Reading<LoggedEvent> reading) throws InterruptedException {
        long taken = 0;
        List<IncomingEvent> batch = new ArrayList<>();
        while (true) {
            LoggedEvent event = reading.next();
            if (event != null) {
                batch.add(new IncomingEvent(event));
            }
            if (!batch.isEmpty() && (event == null || batch.size() == AT_ONCE)) {
                reader.takeIn(List.copyOf(batch));
                taken += batch.size();
                read.accept(batch.size());
                batch.clear();
            }
            if (event == null) {
                return taken;
            }
        }
    }

    /** A commit beyond the end is of a log that is no more. */
    private static Offsets within(Offsets end, Offsets committed) {
        Map<LogPartition, Long> next = new HashMap<>();
        end.next()
                .forEach(
                        (partition, last) ->
                                next.put(partition, Math.min(last, committed.in(partition))));
        return Offsets.of(next);
    }
}
