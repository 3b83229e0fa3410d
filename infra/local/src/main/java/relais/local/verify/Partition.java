package relais.local.verify;

import java.util.Comparator;

/** One partition of the log, in the log's order of partitions: by topic, then by number. */
record Partition(String topic, int number) implements Comparable<Partition> {

    private static final Comparator<Partition> ORDER =
            Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);

    /**
     * @param text such as {@code relais.experiences:3}
     */
    static Partition parse(String text) {
        int colon = text.lastIndexOf(':');
        return new Partition(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + ":" + number;
    }
}
