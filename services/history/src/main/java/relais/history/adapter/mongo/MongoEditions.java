package relais.history.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.history.dataset.Edition;
import relais.history.dataset.Editions;

/** A document for each edition, its number the {@code _id}: of two that want one, one gets it. */
@Component
public final class MongoEditions implements Editions {

    private final MongoCollection<Document> collection;

    MongoEditions(MongoDatabase database) {
        this.collection = database.getCollection("editions");
    }

    @Override
    public Optional<Edition> last() {
        return latest(1).stream().findFirst();
    }

    @Override
    public List<Edition> latest(int most) {
        return collection
                .find()
                .sort(new Document("_id", -1))
                .limit(most)
                .map(MongoEditions::edition)
                .into(new ArrayList<>());
    }

    @Override
    public List<Edition> from(long number, int most) {
        return collection
                .find(new Document("_id", new Document("$gte", number)))
                .sort(new Document("_id", 1))
                .limit(most)
                .map(MongoEditions::edition)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Edition edition) {
        try {
            collection.insertOne(document(edition));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Document document(Edition edition) {
        List<Document> files = new ArrayList<>();
        edition.files()
                .forEach(
                        (name, file) ->
                                files.add(
                                        new Document("name", name)
                                                .append("bytes", file.bytes())
                                                .append("rows", file.rows())
                                                .append("sha256", file.sha256())));
        return new Document("_id", edition.number())
                .append("day", edition.day().toString())
                .append("madeAt", Date.from(edition.madeAt()))
                .append("upTo", edition.upTo())
                .append("records", edition.records())
                .append("events", edition.events())
                .append("digest", edition.digest())
                .append("withdrawals", edition.withdrawals())
                .append("files", files)
                .append("previous", edition.previous())
                .append("signature", edition.signature());
    }

    private static Edition edition(Document document) {
        SortedMap<String, Edition.MadeFile> files = new TreeMap<>();
        for (Document file : document.getList("files", Document.class, List.of())) {
            files.put(
                    file.getString("name"),
                    new Edition.MadeFile(
                            file.getLong("bytes"), file.getLong("rows"), file.getString("sha256")));
        }
        return new Edition(
                document.getLong("_id"),
                LocalDate.parse(document.getString("day")),
                document.getDate("madeAt").toInstant(),
                document.getString("upTo"),
                document.getLong("records"),
                document.getLong("events"),
                document.getString("digest"),
                document.getLong("withdrawals"),
                files,
                document.getString("previous"),
                document.get("signature", ""));
    }
}
