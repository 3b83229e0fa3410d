package relais.feed.adapter.mongo;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Prints;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * What a model holds of each partition, by the checksums that {@link CardDocuments} gave its
 * documents: the store adds them up, and no document is sent.
 *
 * @param asOf what happened later is left out; null for everything
 */
record PrintSums(Offsets upTo, @Nullable Instant asOf) {

    private static final int LONGEST_MINUTES = 10;

    /** Of all that is there. */
    Parity.Content of(MongoModel.Opened model) {
        return content(model, new Document());
    }

    /** Of what these partitions brought before the cut. */
    Parity.Content beforeTheCut(MongoModel.Opened model, Set<LogPartition> partitions) {
        List<Document> lanes =
                partitions.stream()
                        .map(
                                partition ->
                                        new Document("lane", partition.toString())
                                                .append(
                                                        "offset",
                                                        new Document("$lt", upTo.in(partition))))
                        .toList();
        return content(model, new Document("$or", lanes));
    }

    private Parity.Content content(MongoModel.Opened model, Document filter) {
        List<SortedMap<LogPartition, Sum>> both =
                Stream.of(
                                new Asked(model.cards(), "validFrom", filter),
                                new Asked(model.activities(), "time", filter))
                        .gather(Gatherers.mapConcurrent(2, this::sums))
                        .toList();
        SortedMap<LogPartition, Sum> cards = both.getFirst();
        SortedMap<LogPartition, Sum> activities = both.getLast();
        var partitions = new TreeMap<LogPartition, Parity.OfPartition>();
        Stream.concat(cards.keySet().stream(), activities.keySet().stream())
                .distinct()
                .forEach(
                        partition -> {
                            Sum ofCards = cards.getOrDefault(partition, Sum.NONE);
                            Sum others = activities.getOrDefault(partition, Sum.NONE);
                            var prints =
                                    new Prints(
                                            ofCards.documents(),
                                            ofCards.prints(),
                                            others.documents(),
                                            others.prints());
                            partitions.put(partition, prints.of(partition));
                        });
        return new Parity.Content(partitions);
    }

    /** Of one partition, in one collection. */
    private record Sum(long documents, long prints) {
        static final Sum NONE = new Sum(0, 0);
    }

    /**
     * @param since the field that tells when it happened
     */
    private record Asked(MongoCollection<Document> collection, String since, Document filter) {}

    private SortedMap<LogPartition, Sum> sums(Asked asked) {
        var pipeline = new ArrayList<Document>();
        if (!asked.filter().isEmpty()) {
            pipeline.add(new Document("$match", asked.filter()));
        }
        if (asOf != null) {
            var happened = new Document("$lte", Date.from(asOf));
            pipeline.add(new Document("$match", new Document(asked.since(), happened)));
        }
        pipeline.add(
                new Document(
                        "$group",
                        new Document("_id", "$lane")
                                .append("documents", new Document("$sum", 1))
                                .append("sum", new Document("$sum", "$" + CardDocuments.PRINT))));
        var sums = new TreeMap<LogPartition, Sum>();
        // The store looks at every document before it answers: no wait of a reader is that long.
        MongoCollection<Document> patient =
                asked.collection().withTimeout(LONGEST_MINUTES, MINUTES);
        for (Document found : patient.aggregate(pipeline).allowDiskUse(true)) {
            String lane = found.getString("_id");
            // What was written before models could be compared does not say where it comes from.
            if (lane != null) {
                sums.put(
                        LogPartition.of(lane),
                        new Sum(number(found, "documents"), number(found, "sum")));
            }
        }
        return sums;
    }

    private static long number(Document found, String name) {
        return found.get(name, Number.class).longValue();
    }
}
