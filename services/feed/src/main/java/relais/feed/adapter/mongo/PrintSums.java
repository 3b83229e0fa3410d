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
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Fingerprint;
import relais.feed.rebuild.Parity;
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
        SortedMap<LogPartition, Prints> cards = prints(model.cards(), "validFrom", filter);
        SortedMap<LogPartition, Prints> activities = prints(model.activities(), "time", filter);
        var partitions = new TreeMap<LogPartition, Parity.OfPartition>();
        Stream.concat(cards.keySet().stream(), activities.keySet().stream())
                .distinct()
                .forEach(
                        partition -> {
                            Prints ofCards = cards.getOrDefault(partition, Prints.NONE);
                            Prints others = activities.getOrDefault(partition, Prints.NONE);
                            partitions.put(
                                    partition,
                                    new Parity.OfPartition(
                                            partition,
                                            ofCards.documents(),
                                            others.documents(),
                                            Fingerprint.of(ofCards + " " + others)));
                        });
        return new Parity.Content(partitions);
    }

    /** Of one partition, in one collection. */
    private record Prints(long documents, long sum) {
        static final Prints NONE = new Prints(0, 0);
    }

    private SortedMap<LogPartition, Prints> prints(
            MongoCollection<Document> collection, String since, Document filter) {
        var pipeline = new ArrayList<Document>();
        if (!filter.isEmpty()) {
            pipeline.add(new Document("$match", filter));
        }
        if (asOf != null) {
            var happened = new Document("$lte", Date.from(asOf));
            pipeline.add(new Document("$match", new Document(since, happened)));
        }
        pipeline.add(
                new Document(
                        "$group",
                        new Document("_id", "$lane")
                                .append("documents", new Document("$sum", 1))
                                .append("sum", new Document("$sum", "$" + CardDocuments.PRINT))));
        var prints = new TreeMap<LogPartition, Prints>();
        // The store looks at every document before it answers: no wait of a reader is that long.
        MongoCollection<Document> patient = collection.withTimeout(LONGEST_MINUTES, MINUTES);
        for (Document found : patient.aggregate(pipeline).allowDiskUse(true)) {
            String lane = found.getString("_id");
            // What was written before models could be compared does not say where it comes from.
            if (lane != null) {
                prints.put(
                        LogPartition.of(lane),
                        new Prints(number(found, "documents"), number(found, "sum")));
            }
        }
        return prints;
    }

    private static long number(Document found, String name) {
        return found.get(name, Number.class).longValue();
    }
}
