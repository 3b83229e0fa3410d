package relais.experiences.file;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.experiences.experience.UploadedFile;
import relais.experiences.experience.UploadedFiles;

/** What is known of the files that were sent, and who sent them. */
public record MongoUploadedFiles(MongoCollection<Document> collection)
        implements UploadedFiles, Indexed {

    private static final RecordCodec<UploadedFile> CODEC = RecordCodecs.of(UploadedFile.class);
    private static final long QUERY_LIMIT_SECONDS = 5;
    private static final String PARTNERS = "partners";
    private static final String SENT_AT = "sentAt";

    @Override
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending(PARTNERS, SENT_AT), new IndexOptions().name("sent"));
    }

    @Override
    public Map<String, UploadedFile> of(PartnerId partner, Collection<String> hashes) {
        Map<String, UploadedFile> found = new HashMap<>();
        collection
                .find(
                        new Document("_id", new Document("$in", List.copyOf(hashes)))
                                .append(PARTNERS, partner.value()))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .map(CODEC::fromDocument)
                .forEach(file -> found.put(file.hash(), file));
        return found;
    }

    /** Keeps that a partner sent it; another one may have sent the same. */
    void put(UploadedFile file, PartnerId partner, Instant at) {
        Document known = CODEC.toDocument(file).append(SENT_AT, Date.from(at));
        collection.updateOne(
                new Document("_id", file.hash()),
                new Document("$set", known)
                        .append("$addToSet", new Document(PARTNERS, partner.value())),
                new UpdateOptions().upsert(true));
    }

    /** How many a partner has sent since then, counted no further than {@code most}. */
    int count(PartnerId partner, Instant since, int most) {
        return Math.toIntExact(
                collection.countDocuments(
                        new Document(PARTNERS, partner.value())
                                .append(SENT_AT, new Document("$gt", Date.from(since))),
                        new CountOptions()
                                .limit(most)
                                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)));
    }

    void forget(Collection<String> hashes) {
        collection.deleteMany(new Document("_id", new Document("$in", List.copyOf(hashes))));
    }
}
