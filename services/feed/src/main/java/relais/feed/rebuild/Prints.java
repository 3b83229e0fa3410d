package relais.feed.rebuild;

import relais.log.LogPartition;

/**
 * Documents that one partition made in a model, told without reading them: how many, and the sums
 * of the checksums that they were given when they were written.
 */
public record Prints(long cards, long cardSum, long activities, long activitySum) {

    public static final Prints NONE = new Prints(0, 0, 0, 0);

    public Prints withCard(long print) {
        return new Prints(cards + 1, cardSum + print, activities, activitySum);
    }

    public Prints withActivity(long print) {
        return new Prints(cards, cardSum, activities + 1, activitySum + print);
    }

    public Parity.OfPartition of(LogPartition partition) {
        return new Parity.OfPartition(partition, cards, activities, Fingerprint.of(toString()));
    }
}
