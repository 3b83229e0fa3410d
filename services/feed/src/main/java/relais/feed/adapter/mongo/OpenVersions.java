package relais.feed.adapter.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;

/**
 * Versions that have a successor and no end yet: what a crash leaves between the writing of new
 * versions and the closing of the old ones. Old versions are closed lowest first, so those still
 * open are the last ones before the latest, without a gap: the first closed one ends the search.
 */
record OpenVersions(MongoModel model) {

    /** Mostly the one version before the latest tells that nothing is open. */
    private static final int FIRST_LOOK = 1;

    private static final int LOOK = 32;

    private static final Document FIELDS =
            new Document("aggregateId", 1)
                    .append("version", 1)
                    .append("validFrom", 1)
                    .append("validTo", 1);

    /** Ends a version when the next one begins. */
    static UpdateOneModel<Document> closing(Card old, Card next) {
        return closing(old.revision().id(), next.revision().validFrom());
    }

    private static UpdateOneModel<Document> closing(String id, Instant end) {
        return new UpdateOneModel<>(
                new Document("_id", id), Updates.set("validTo", Date.from(end)));
    }

    /** Closes what is open below each of these latest versions. */
    void closeBelow(Collection<Card> latest) {
        List<WriteModel<Document>> closings = new ArrayList<>();
        List<Descent> descents =
                latest.stream().map(Descent::new).filter(descent -> descent.version > 1).toList();
        int look = FIRST_LOOK;
        while (!descents.isEmpty()) {
            Map<String, Document> found = found(descents, look);
            int depth = look;
            descents =
                    descents.stream()
                            .filter(descent -> descent.descend(depth, found, closings))
                            .toList();
            look = LOOK;
        }
        if (!closings.isEmpty()) {
            // They were found from above: the lowest first, so that a crash in here leaves no gap.
            model.cards().bulkWrite(closings.reversed());
        }
    }

    private Map<String, Document> found(List<Descent> descents, int depth) {
        var ids = new ArrayList<String>();
        for (Descent descent : descents) {
            for (int i = 1; i <= depth && descent.version - i >= 1; i++) {
                ids.add(descent.below(i));
            }
        }
        var found = new HashMap<String, Document>();
        Lookups.forEach(
                model.cards(),
                ids,
                FIELDS,
                document -> found.put(document.getString("_id"), document));
        return found;
    }

    /** One card's way down from its latest version. */
    private static final class Descent {

        private final String id;
        private long version;
        private Instant validFrom;

        Descent(Card latest) {
            this.id = latest.aggregateId();
            this.version = latest.version();
            this.validFrom = latest.revision().validFrom();
        }

        String below(long steps) {
            return id + ":" + (version - steps);
        }

        /** Whether there may be more open ones further down. */
        boolean descend(
                int depth, Map<String, Document> found, List<WriteModel<Document>> closings) {
            for (int i = 0; i < depth && version > 1; i++) {
                @Nullable Document next = found.get(below(1));
                if (next == null || next.get("validTo") != null) {
                    return false;
                }
                closings.add(closing(below(1), validFrom));
                version--;
                validFrom = next.getDate("validFrom").toInstant();
            }
            return version > 1;
        }
    }
}
