package relais.teststack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * A log in memory, which got all of its records at once. A test appends to it; a subclass may count
 * its readings, have them wait, or end them early.
 */
public class MemoryLog implements Log {

    private final Map<LogPartition, List<LoggedEvent>> partitions;

    public MemoryLog() {
        this.partitions = new ConcurrentSkipListMap<>();
    }

    /** The same records as another one's, those to come included. */
    protected MemoryLog(MemoryLog other) {
        this.partitions = other.partitions;
    }

    /** At the end of a partition, which begins with it if it is new. */
    public final void append(
            LogPartition partition, String key, Map<String, String> headers, byte[] value) {
        List<LoggedEvent> records =
                partitions.computeIfAbsent(
                        partition, _ -> Collections.synchronizedList(new ArrayList<>()));
        var place = new RecordPosition(Instant.EPOCH, partition, records.size());
        records.add(new LoggedEvent(place, key, headers, value));
    }

    public final List<LogPartition> partitions() {
        return List.copyOf(partitions.keySet());
    }

    /** All of a partition, as it is now. */
    public final List<LoggedEvent> records(LogPartition partition) {
        return List.copyOf(partitions.getOrDefault(partition, List.of()));
    }

    /** Called when a reading starts; what it throws, the reader gets. */
    protected void reads() {}

    /**
     * Called for each record before the reader gets it; what it throws, the reader gets.
     *
     * @param next null at the end of the reading
     */
    protected void reaches(@Nullable LoggedEvent next) throws InterruptedException {}

    @Override
    public final Extent extent() {
        var end = new TreeMap<LogPartition, Long>();
        partitions.forEach((partition, records) -> end.put(partition, (long) records.size()));
        return new Extent(Offsets.START, new Offsets(end));
    }

    @Override
    public final Offsets at(Instant appended) {
        return appended.isAfter(Instant.EPOCH) ? extent().end() : Offsets.START;
    }

    @Override
    public final Optional<LoggedEvent> find(RecordPosition.Address address) {
        return records(address.partition()).stream().skip(address.offset()).findFirst();
    }

    @Override
    public final <T> Reading<T> read(
            Offsets from, Offsets to, Function<LoggedEvent, @Nullable T> make) {
        reads();
        Iterator<LoggedEvent> left =
                to.next().entrySet().stream()
                        .flatMap(
                                partition ->
                                        records(partition.getKey()).stream()
                                                .limit(partition.getValue())
                                                .skip(from.in(partition.getKey())))
                        .iterator();
        return new Reading<>() {
            @Override
            public @Nullable T next() throws InterruptedException {
                while (left.hasNext()) {
                    LoggedEvent next = left.next();
                    reaches(next);
                    T made = make.apply(next);
                    if (made != null) {
                        return made;
                    }
                }
                reaches(null);
                return null;
            }

            @Override
            public void close() {}
        };
    }
}
