package relais.notices.follow;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** Follows in MongoDB. */
@Component
public final class MongoFollows implements Erasure.Kept {

    private final MongoCollection<Follow> collection;

    MongoFollows(MongoDatabase database) {
        this.collection =
                database.getCollection("follows", Follow.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("follower", "since", "_id"), new IndexOptions().name("follower"));
        collection.createIndex(Indexes.ascending("probe"), new IndexOptions().name("probe"));
    }

    public Optional<Follow> find(FollowerId follower, String id) {
        return Optional.ofNullable(collection.find(key(follower, id)).first());
    }

    /** The oldest first. */
    public List<Follow> of(FollowerId follower, int most) {
        return collection
                .find(ofFollower(follower))
                .sort(new Document("since", 1).append("_id", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /**
     * How a follower calls their searches, by the ids of follows; those without a name are not
     * there.
     */
    public Map<String, String> names(FollowerId follower) {
        Map<String, String> names = new HashMap<>();
        for (Follow follow : of(follower, FollowsController.MOST)) {
            String name = follow.name();
            if (name != null) {
                names.put(follow.id(), name);
            }
        }
        return names;
    }

    public long count(FollowerId follower, int most) {
        return collection.countDocuments(ofFollower(follower), new CountOptions().limit(most));
    }

    void put(Follow follow) {
        collection.replaceOne(
                new Document("_id", follow.key()), follow, new ReplaceOptions().upsert(true));
    }

    boolean remove(FollowerId follower, String id) {
        return collection.deleteOne(key(follower, id)).getDeletedCount() == 1;
    }

    @Override
    public void erase(FollowerId follower) {
        collection.deleteMany(ofFollower(follower));
    }

    /** Hands over each follow that is looked up by one of these, however many there are. */
    public void probed(Collection<String> probes, Consumer<Follow> each) {
        collection
                .find(new Document("probe", new Document("$in", List.copyOf(probes))))
                .forEach(each);
    }

    private static Document ofFollower(FollowerId follower) {
        return new Document("follower", follower.value());
    }

    private static Document key(FollowerId follower, String id) {
        return new Document("_id", follower.value() + ":" + id);
    }
}
