package relais.partners.partner;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.partner.PartnerId;

/** Partners one by one and in lists, by id. */
public record PartnerQueries(MongoAggregates<Partner, PartnerEvent> partners) {

    public static final List<IndexModel> INDEXES =
            List.of(
                    new IndexModel(Indexes.ascending("state.kind", "_id")),
                    new IndexModel(Indexes.ascending("state.territories", "_id")),
                    new IndexModel(Indexes.ascending("state.committee", "_id")),
                    new IndexModel(Indexes.ascending("state.words")));

    private static final int PAGE = 100;

    Optional<Partner> find(String id) {
        return PartnerId.parse(id).flatMap(_ -> partners.find(id)).map(Stored::state);
    }

    /**
     * @param filter on {@code state.*}
     * @param after the last one already seen; absent at the beginning
     */
    List<Partner> list(Document filter, @Nullable String after, int limit) {
        Document query = new Document(filter);
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return partners.list(query, new Document("_id", 1), limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** All of them, page by page. */
    void forEach(Consumer<Partner> each) {
        String after = null;
        List<Partner> page;
        do {
            page = list(new Document(), after, PAGE);
            page.forEach(each);
            after = page.isEmpty() ? null : page.getLast().id().value();
        } while (page.size() == PAGE);
    }
}
