package relais.partners.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.outbox.AggregateCollection;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.RestoredAggregates;
import relais.outbox.Versioned;
import relais.partners.application.PartnerFilter;
import relais.partners.application.Partners;
import relais.partners.application.RecordedEvent;
import relais.partners.application.StoredPartner;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;

/** Partners as aggregate documents: state and outgoing events in one atomic write. */
public final class MongoPartners implements Partners {
    private static final long QUERY_LIMIT_SECONDS = 5;

    private final AggregateCollection<StoredPartner> aggregates;
    private final PartnerDocuments documents;
    private final Function<RecordedEvent, OutboxRecord> records;

    /**
     * @param records makes what goes to Kafka of an event
     * @param reach every territory that a territory lies in, of any vintage, itself included
     */
    public MongoPartners(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            Function<RecordedEvent, OutboxRecord> records,
            Function<String, Set<String>> reach) {
        this.documents = new PartnerDocuments(reach);
        this.aggregates = new AggregateCollection<>(collection, documents, relay);
        this.records = records;
    }

    /** Creates the indexes of the outbox and of {@link #list}; does nothing if they exist. */
    public void createIndexes() {
        aggregates.ensureIndexes();
        MongoCollection<Document> collection = aggregates.collection();
        collection.createIndex(Indexes.ascending("state.kind", "_id"));
        collection.createIndex(Indexes.ascending("state.territories", "_id"));
        collection.createIndex(Indexes.ascending("state.committee", "_id"));
        collection.createIndex(Indexes.ascending("state.words"));
    }

    /** For an operator's list of them. */
    public AggregateCollection<?> aggregates() {
        return aggregates;
    }

    /** While they are filled from the log again. */
    public RestoredAggregates<StoredPartner> restored() {
        return aggregates.restored();
    }

    /** The collection itself. */
    public MongoCollection<Document> collection() {
        return aggregates.collection();
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return aggregates.find(id.value()).map(Versioned::state).map(StoredPartner::partner);
    }

    @Override
    public Addition add(RecordedEvent first, String requestKey) {
        Partner partner = first.after();
        String id = partner.id().value();
        var stored = new StoredPartner(partner, requestKey);
        if (aggregates.insert(id, partner.version(), stored, List.of(records.apply(first)))) {
            return Addition.ADDED;
        }
        return aggregates.find(id).orElseThrow().state().request().equals(requestKey)
                ? Addition.REPEATED
                : Addition.ID_TAKEN;
    }

    @Override
    public boolean replace(long expectedVersion, RecordedEvent event) {
        Partner partner = event.after();
        String id = partner.id().value();
        // Whoever registered it stays the same; the guard on the version makes this read safe.
        String request =
                aggregates
                        .find(id)
                        .filter(current -> current.version() == expectedVersion)
                        .map(current -> current.state().request())
                        .orElse(null);
        return request != null
                && aggregates.update(
                        id,
                        expectedVersion,
                        partner.version(),
                        new StoredPartner(partner, request),
                        List.of(records.apply(event)));
    }

    @Override
    public List<Partner> list(PartnerFilter filter, @Nullable PartnerId after, int limit) {
        List<Partner> partners = new ArrayList<>(limit);
        aggregates
                .collection()
                .find(AggregateCollection.whole(query(filter, after)))
                .projection(new Document("state", 1))
                .sort(Indexes.ascending("_id"))
                .limit(limit)
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .forEach(found -> partners.add(read(found)));
        return partners;
    }

    private Partner read(Document found) {
        return documents.read(found.get("state", Document.class)).partner();
    }

    /** Words hold letters and digits only, so that none can be an expression of its own. */
    private static Document query(PartnerFilter filter, @Nullable PartnerId after) {
        Document query = new Document();
        if (after != null) {
            query.append("_id", new Document("$gt", after.value()));
        }
        if (filter.kind() != null) {
            query.append("state.kind", filter.kind().name());
        }
        if (filter.territory() != null) {
            query.append("state.territories", filter.territory());
        }
        if (!filter.nameWords().isEmpty()) {
            List<Pattern> beginnings =
                    filter.nameWords().stream().map(word -> Pattern.compile("^" + word)).toList();
            query.append("state.words", new Document("$all", beginnings));
        }
        if (filter.signatory() != null) {
            query.append("state.charterSignedOn", new Document("$exists", filter.signatory()));
        }
        if (filter.committee() != null) {
            query.append(
                    "state.committee", filter.committee() ? true : new Document("$exists", false));
        }
        return query;
    }
}
