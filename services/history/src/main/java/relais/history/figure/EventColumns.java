package relais.history.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * The events of the log that figures are made of, in columns: 60 to 80 bytes each, texts included,
 * so that a million of them stay in memory. Events of one aggregate are linked in the order of its
 * versions; each remembers its place, so that the log as it stood at an earlier place can be read
 * here too.
 *
 * <p>A version that is there already is dropped. Time never goes back within an aggregate: an event
 * that claims to be older than the one before it counts from that one on, as in the feed.
 *
 * <p>Not for use by several threads while one of them adds.
 */
public final class EventColumns {

    private static final int NONE = -1;

    /** The columns of {@link #details}, as {@link #row} fills them. */
    private static final int PARTNER = 0;

    private static final int TERRITORY = 1;
    private static final int TITLE = 2;
    private static final int LEVEL = 3;
    private static final int AXES = 4;
    private static final int MARK = 5;
    private static final int WIDTH = 6;

    private static final String BETWEEN_AXES = "|";

    private static final EventKind[] KINDS = EventKind.values();

    private final int most;
    private final Map<LogPartition, Short> partitions = new HashMap<>();
    private final TextDictionary words = new TextDictionary();

    /** Aggregates by number; the two columns below have one value each. */
    private final TextDictionary aggregates = new TextDictionary();

    private int[] first = new int[64];
    private int[] last = new int[64];

    private int size;
    private short[] partition = new short[64];
    private int[] offset = new int[64];
    private int[] version = new int[64];
    private long[] at = new long[64];
    private byte[] eventKind = new byte[64];
    private int[] row = new int[64];
    private int[] next = new int[64];

    private int rows;
    private int[] details = new int[64 * WIDTH];

    /**
     * @param most how many events it may hold
     */
    public EventColumns(int most) {
        this.most = most;
    }

    /** How many events it holds. */
    public int size() {
        return size;
    }

    public boolean isFull() {
        return size >= most;
    }

    /** Takes one more event; those of an aggregate in the order of the log. */
    public void add(Fact fact) {
        int aggregate = aggregates.find(fact.aggregate());
        if (aggregate == NONE) {
            if (fact.eventKind() == EventKind.OTHER) {
                // It begins with nothing that figures know: a kind of a later release.
                return;
            }
            aggregate = aggregates.add(fact.aggregate());
            if (aggregate == first.length) {
                first = Arrays.copyOf(first, grown(aggregate));
                last = Arrays.copyOf(last, grown(aggregate));
            }
            first[aggregate] = append(fact, NONE);
            last[aggregate] = first[aggregate];
        } else if (fact.version() > version[last[aggregate]]) {
            int entry = append(fact, last[aggregate]);
            next[last[aggregate]] = entry;
            last[aggregate] = entry;
        }
    }

    @SuppressWarnings("EnumOrdinal") // a number in memory only
    private int append(Fact fact, int previous) {
        if (size == at.length) {
            grow();
        }
        int entry = size;
        long time = fact.time().toEpochMilli();
        partition[entry] =
                partitions.computeIfAbsent(fact.partition(), _ -> (short) partitions.size());
        offset[entry] = Math.toIntExact(fact.offset());
        version[entry] = Math.toIntExact(fact.version());
        at[entry] = previous == NONE ? time : Math.max(time, at[previous]);
        eventKind[entry] = (byte) fact.eventKind().ordinal();
        row[entry] = fact.details() == null ? NONE : row(fact.details());
        next[entry] = NONE;
        size++;
        return entry;
    }

    private int row(Details said) {
        int start = rows * WIDTH;
        if (start == details.length) {
            details = Arrays.copyOf(details, grown(rows) * WIDTH);
        }
        String axes = said.axes().isEmpty() ? null : String.join(BETWEEN_AXES, said.axes());
        List<@Nullable String> texts =
                Arrays.asList(
                        said.partner(),
                        said.territory(),
                        said.title(),
                        said.level(),
                        axes,
                        said.mark());
        for (int column = 0; column < WIDTH; column++) {
            details[start + column] = word(texts.get(column));
        }
        return rows++;
    }

    private int word(@Nullable String text) {
        return text == null ? NONE : words.add(text);
    }

    /** Column by column: no more than one is there twice. */
    private void grow() {
        int more = grown(size);
        partition = Arrays.copyOf(partition, more);
        offset = Arrays.copyOf(offset, more);
        version = Arrays.copyOf(version, more);
        at = Arrays.copyOf(at, more);
        eventKind = Arrays.copyOf(eventKind, more);
        row = Arrays.copyOf(row, more);
        next = Arrays.copyOf(next, more);
    }

    private static int grown(int size) {
        return size + size / 8 + 1;
    }

    /** The log as it stood at a place. */
    public View upTo(Offsets place) {
        long[] ends = new long[partitions.size()];
        partitions.forEach((name, number) -> ends[number] = place.in(name));
        return new View(ends);
    }

    /** What happened to one aggregate, in order; at least one event. */
    record History(String aggregate, List<View.Event> events) {}

    /**
     * The log as it stood at a place. It remembers the texts that are asked for again and again
     * (territories, partners, levels, axes), so it is to be thrown away after one question.
     */
    public final class View {

        private final long[] ends;
        private final @Nullable String[] texts = new @Nullable String[words.size()];
        private final Map<Integer, List<String>> axes = new HashMap<>();

        private View(long[] ends) {
            this.ends = ends;
        }

        /** One event of an aggregate. */
        final class Event {

            private final int entry;

            private Event(int entry) {
                this.entry = entry;
            }

            EventKind eventKind() {
                return KINDS[eventKind[entry]];
            }

            long version() {
                return version[entry];
            }

            /** From when it counts, in milliseconds since 1970. */
            long at() {
                return at[entry];
            }

            boolean hasDetails() {
                return row[entry] != NONE;
            }

            @Nullable String partner() {
                return remembered(word(PARTNER));
            }

            @Nullable String territory() {
                return remembered(word(TERRITORY));
            }

            @Nullable String title() {
                return text(word(TITLE));
            }

            @Nullable String level() {
                return remembered(word(LEVEL));
            }

            List<String> axes() {
                int word = word(AXES);
                return word == NONE
                        ? List.of()
                        : axes.computeIfAbsent(
                                word, _ -> List.of(words.text(word).split("\\|", -1)));
            }

            @Nullable String mark() {
                return text(word(MARK));
            }

            /** What tells a tie from others: equal if and only if the texts are; -1 if none. */
            int tieKey(Subject subject) {
                return word(subject == Subject.ADOPTION ? MARK : PARTNER);
            }

            private int word(int column) {
                return row[entry] == NONE ? NONE : details[row[entry] * WIDTH + column];
            }
        }

        private @Nullable String text(int word) {
            return word == NONE ? null : words.text(word);
        }

        private @Nullable String remembered(int word) {
            if (word == NONE) {
                return null;
            }
            String text = texts[word];
            if (text == null) {
                text = words.text(word);
                texts[word] = text;
            }
            return text;
        }

        /** Every aggregate that figures can tell the beginning of. */
        void forEach(Consumer<History> reader) {
            for (int aggregate = 0; aggregate < aggregates.size(); aggregate++) {
                List<Event> events = events(aggregate);
                if (!events.isEmpty()) {
                    reader.accept(new History(aggregates.text(aggregate), events));
                }
            }
        }

        /** Null if there is none. */
        @Nullable History find(String id) {
            int aggregate = aggregates.find(id);
            List<Event> events = aggregate == NONE ? List.of() : events(aggregate);
            return events.isEmpty() ? null : new History(id, events);
        }

        /** When the first of all events happened; null if there is none. */
        public @Nullable Instant beginning() {
            OptionalLong beginning =
                    IntStream.range(0, aggregates.size())
                            .map(aggregate -> first[aggregate])
                            .filter(this::holds)
                            .mapToLong(entry -> at[entry])
                            .min();
            return beginning.isEmpty() ? null : Instant.ofEpochMilli(beginning.getAsLong());
        }

        private List<Event> events(int aggregate) {
            int begin = first[aggregate];
            if (!holds(begin) || !Life.begins(new Event(begin))) {
                return List.of();
            }
            List<Event> events = new ArrayList<>();
            for (int entry = begin; entry != NONE && holds(entry); entry = next[entry]) {
                events.add(new Event(entry));
            }
            return events;
        }

        private boolean holds(int entry) {
            return offset[entry] < ends[partition[entry]];
        }
    }
}
