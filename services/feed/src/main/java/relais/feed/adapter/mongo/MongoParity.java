package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Fingerprint;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Parity.Collection;
import relais.feed.rebuild.Parity.Difference;
import relais.feed.rebuild.Parity.Kind;
import relais.feed.rebuild.Work;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/**
 * Compares two models, both cut at one place of the log: what each version of a card and each entry
 * of the feed says, but for what later events add to it. One pass over each; where they differ, the
 * partitions that differ are looked at again, side by side.
 *
 * @param asOf what happened later is left out too; null for everything
 */
record MongoParity(
        MongoModel.Opened built, MongoModel.Opened served, Offsets upTo, @Nullable Instant asOf) {

    private static final int FETCH = 500;

    /** What events beyond the cut may have changed, and the checksum of the rest. */
    private static final Document SAID =
            new Document("validTo", 0).append("hidden", 0).append(CardDocuments.PRINT, 0);

    /** Reads all that both hold. */
    Parity compare(int against, Instant at) {
        return parity(against, at, content(built), content(served));
    }

    /**
     * By the checksums of what both hold, whether or not it lies beyond the cut: those of the built
     * model were noted while it was built, the store adds up those of the other. Then only of what
     * lies before the cut, in the partitions that differ; and whole documents are read of those
     * that still do: an earlier release gave them other checksums, or none.
     */
    Parity compareByPrint(Work work, int against, Instant at) {
        var sums = new PrintSums(upTo, asOf);
        Parity.Content mine = made(work).orElseGet(() -> sums.of(built));
        Parity.Content theirs = sums.of(served);
        Set<LogPartition> different = mine.different(theirs);
        if (!different.isEmpty()) {
            mine = replaced(mine, different, sums.beforeTheCut(built, different));
            theirs = replaced(theirs, different, sums.beforeTheCut(served, different));
            different = mine.different(theirs);
        }
        if (!different.isEmpty()) {
            List<String> names = different.stream().map(LogPartition::toString).toList();
            var of = new Document("lane", new Document("$in", names));
            mine = replaced(mine, different, content(built, of));
            theirs = replaced(theirs, different, content(served, of));
        }
        return parity(against, at, mine, theirs);
    }

    /**
     * What the model was given while it was built; empty if that does not reach the cut, or if
     * there is less now.
     */
    private Optional<Parity.Content> made(Work work) {
        Offsets end = work.end();
        if (!upTo.next().entrySet().stream()
                .allMatch(next -> next.getValue() <= end.in(next.getKey()))) {
            return Optional.empty();
        }
        return work.made()
                .filter(made -> built.cards().estimatedDocumentCount() >= made.cards())
                .filter(made -> built.activities().estimatedDocumentCount() >= made.activities());
    }

    private static Parity.Content replaced(
            Parity.Content content, Set<LogPartition> partitions, Parity.Content by) {
        var lanes = new TreeMap<>(content.lanes());
        lanes.keySet().removeAll(partitions);
        by.lanes()
                .forEach(
                        (partition, found) -> {
                            if (partitions.contains(partition)) {
                                lanes.put(partition, found);
                            }
                        });
        return new Parity.Content(lanes);
    }

    private Parity parity(int against, Instant at, Parity.Content mine, Parity.Content theirs) {
        var differences = new ArrayList<Difference>();
        for (LogPartition partition : mine.different(theirs)) {
            differ(Collection.CARDS, built.cards(), served.cards(), partition, differences);
            differ(
                    Collection.ACTIVITIES,
                    built.activities(),
                    served.activities(),
                    partition,
                    differences);
        }
        boolean more = differences.size() > Parity.MOST;
        return new Parity(
                against,
                at,
                OffsetsToken.of(upTo),
                mine.lanes(),
                theirs.lanes(),
                more ? differences.subList(0, Parity.MOST) : differences,
                more);
    }

    Parity.Content content(MongoModel.Opened model) {
        return content(model, new Document());
    }

    private Parity.Content content(MongoModel.Opened model, Document filter) {
        var sums = new TreeMap<LogPartition, Sum>();
        upTo.next()
                .forEach(
                        (partition, next) -> {
                            if (next > 0) {
                                sums.put(partition, new Sum());
                            }
                        });
        each(model.cards(), filter, found -> sum(sums, found).addCard(text(found)));
        each(model.activities(), filter, found -> sum(sums, found).addActivity(text(found)));
        var partitions = new TreeMap<LogPartition, Parity.OfPartition>();
        sums.forEach((partition, sum) -> partitions.put(partition, sum.total(partition)));
        return new Parity.Content(partitions);
    }

    private static Sum sum(Map<LogPartition, Sum> sums, Document found) {
        return sums.computeIfAbsent(partition(found), partition -> new Sum());
    }

    /** One partition's, while it is being looked at. */
    private static final class Sum {
        private final Fingerprint print = new Fingerprint();
        private long cards;
        private long activities;

        void addCard(String text) {
            cards++;
            print.addText("card " + text);
        }

        void addActivity(String text) {
            activities++;
            print.addText("activity " + text);
        }

        Parity.OfPartition total(LogPartition partition) {
            return new Parity.OfPartition(partition, cards, activities, print.hex());
        }
    }

    /**
     * One partition's documents of one side in memory, by their fingerprints; the other's passes.
     */
    private void differ(
            Collection collection,
            MongoCollection<Document> mine,
            MongoCollection<Document> theirs,
            LogPartition partition,
            List<Difference> differences) {
        if (differences.size() > Parity.MOST) {
            return;
        }
        var of = new Document("lane", partition.toString());
        var prints = new HashMap<String, String>();
        each(mine, of, found -> prints.put(id(found), Fingerprint.of(text(found))));
        each(
                theirs,
                of,
                found -> {
                    String print = prints.remove(id(found));
                    if (print == null) {
                        differences.add(new Difference(collection, id(found), Kind.MISSING));
                    } else if (!print.equals(Fingerprint.of(text(found)))) {
                        differences.add(new Difference(collection, id(found), Kind.CHANGED));
                    }
                });
        new TreeSet<>(prints.keySet())
                .forEach(id -> differences.add(new Difference(collection, id, Kind.ADDED)));
    }

    private void each(
            MongoCollection<Document> collection, Document filter, Consumer<Document> found) {
        try (MongoCursor<Document> documents =
                collection.find(filter).projection(SAID).batchSize(FETCH).iterator()) {
            while (documents.hasNext()) {
                Document document = documents.next();
                if (counts(document)) {
                    found.accept(document);
                }
            }
        }
    }

    private boolean counts(Document document) {
        Long offset = document.getLong("offset");
        // What was written before models could be compared does not say where it comes from.
        if (offset == null || offset >= upTo.in(partition(document))) {
            return false;
        }
        if (asOf == null) {
            return true;
        }
        Date since = document.getDate(document.containsKey("validFrom") ? "validFrom" : "time");
        return !since.toInstant().isAfter(asOf);
    }

    private static LogPartition partition(Document document) {
        return LogPartition.of(document.getString("lane"));
    }

    private static String id(Document document) {
        return document.getString("_id");
    }

    /** The same for equal documents, whatever the order of their fields. */
    static String text(Document document) {
        var text = new StringBuilder();
        write(document, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case Document document -> {
                text.append('{');
                new TreeMap<>(document)
                        .forEach(
                                (name, field) -> {
                                    text.append(name).append('=');
                                    write(field, text);
                                });
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(element -> write(element, text));
                text.append(']');
            }
            case Date date -> text.append(date.toInstant()).append(';');
            case String string ->
                    text.append(string.length()).append(':').append(string).append(';');
            case null, default -> text.append(value).append(';');
        }
    }
}
