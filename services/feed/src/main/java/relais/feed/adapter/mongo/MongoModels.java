package relais.feed.adapter.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Models;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Pointer;
import relais.feed.rebuild.Stage;
import relais.feed.rebuild.Work;

/**
 * The collection {@code models}: one document for each model, its number the {@code _id}, and one
 * that points to the model that serves. Decisions rest on them, so a fail-over must not undo them.
 */
public final class MongoModels implements Models {

    private static final RecordCodec<Model> MODELS = RecordCodecs.of(Model.class);
    private static final RecordCodec<Work> WORKS = RecordCodecs.of(Work.class);
    private static final RecordCodec<Parity> PARITIES = RecordCodecs.of(Parity.class);
    private static final RecordCodec<Model.Activation> ACTIVATIONS =
            RecordCodecs.of(Model.Activation.class);
    private static final RecordCodec<Pointer.Switching> SWITCHES =
            RecordCodecs.of(Pointer.Switching.class);
    private static final int MOST = 100;
    private static final Document POINTER = new Document("_id", "current");
    private static final String LEASE = "lease";
    private static final String OWNER = "lease.owner";
    private static final String BEATS = "lease.beats";
    private static final String STAGE = "stage";

    private final MongoCollection<Document> models;

    public MongoModels(MongoDatabase database) {
        models =
                database.getCollection("models")
                        .withWriteConcern(WriteConcern.MAJORITY)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Optional<Pointer> pointer() {
        return Optional.ofNullable(models.find(POINTER).first()).map(MongoModels::pointer);
    }

    private static Pointer pointer(Document document) {
        Document switching = document.get("switching", Document.class);
        return new Pointer(
                // One from before there were several models names their collections only.
                document.getInteger("serving", 1),
                document.getInteger("previous", 0),
                switching == null ? null : SWITCHES.fromDocument(switching));
    }

    @Override
    public List<Model> all() {
        return list(new Document("_id", new Document("$gt", 0)));
    }

    @Override
    public List<Model> standing() {
        List<String> stages =
                Arrays.stream(Stage.values()).filter(Stage::takesPlace).map(Stage::name).toList();
        return list(new Document(STAGE, new Document("$in", stages)));
    }

    private List<Model> list(Document filter) {
        return models.find(filter)
                .sort(new Document("_id", -1))
                .limit(MOST)
                .map(MODELS::fromDocument)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Model> find(int number) {
        return Optional.ofNullable(models.find(id(number)).first()).map(MODELS::fromDocument);
    }

    @Override
    public boolean add(Model model) {
        try {
            models.insertOne(MODELS.toDocument(model));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    @Override
    public void pointTo(int number) {
        models.updateOne(
                POINTER,
                new Document("$setOnInsert", new Document("serving", number).append("previous", 0)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public boolean move(int number, Stage from, Stage to) {
        return changed(
                id(number).append(STAGE, from.name()),
                combine(set(STAGE, to.name()), unset("failure")));
    }

    @Override
    public boolean take(int number, Model.@Nullable Lease seen, String owner) {
        Document unchanged =
                seen == null
                        ? id(number).append(OWNER, null)
                        : id(number).append(OWNER, seen.owner()).append(BEATS, seen.beats());
        return changed(unchanged, set(LEASE, new Document("owner", owner).append("beats", 0L)));
    }

    @Override
    public Optional<Stage> beat(int number, String owner, Work work) {
        Document after =
                models.findOneAndUpdate(
                        id(number).append(OWNER, owner),
                        combine(set("work", WORKS.toDocument(work)), Updates.inc(BEATS, 1L)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(after).map(found -> Stage.valueOf(found.getString(STAGE)));
    }

    @Override
    public boolean finish(
            int number, String owner, Stage from, Stage to, Instant at, @Nullable String failure) {
        List<Bson> changes = new ArrayList<>(List.of(set(STAGE, to.name()), unset(LEASE)));
        if (failure != null) {
            changes.add(set("failure", failure));
        }
        if (to == Stage.BUILT) {
            changes.add(set("builtAt", Date.from(at)));
        }
        return changed(
                id(number).append(STAGE, from.name()).append(OWNER, owner), combine(changes));
    }

    @Override
    public void release(int number, String owner) {
        changed(id(number).append(OWNER, owner), unset(LEASE));
    }

    @Override
    public void compared(int number, Parity parity) {
        changed(id(number), set("parity", PARITIES.toDocument(parity)));
    }

    @Override
    public boolean beginSwitch(int from, Pointer.Switching switching) {
        Document still = new Document(POINTER).append("switching", null);
        // A pointer from before there were several models has no such field.
        still.append("serving", from == 1 ? new Document("$in", Arrays.asList(1, null)) : from);
        return changed(still, set("switching", SWITCHES.toDocument(switching)));
    }

    @Override
    public boolean completeSwitch(
            int from, Pointer.Switching switching, Model.Activation activation) {
        // Written first: one of a switch that then fails says no more than that it was wished for.
        changed(id(switching.to()), set("activation", ACTIVATIONS.toDocument(activation)));
        return changed(
                new Document(POINTER).append("switching.token", switching.token()),
                combine(set("serving", switching.to()), set("previous", from), unset("switching")));
    }

    @Override
    public void abandonSwitch(String token) {
        changed(new Document(POINTER).append("switching.token", token), unset("switching"));
    }

    private boolean changed(Document filter, Bson change) {
        return models.updateOne(filter, change).getMatchedCount() == 1;
    }

    private static Document id(int number) {
        return new Document("_id", number);
    }
}
