package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.put;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.contributions.contribution.Contributions.Selection;
import relais.contributions.known.ExperienceId;
import relais.outbox.AggregateCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Questions to all contributions, answered by indexes and without reading their texts.
 *
 * @param collection of the aggregates, with {@link #indexes()}
 */
public record MongoContributions(MongoCollection<Document> collection) implements Contributions {

    private static final long QUERY_LIMIT_SECONDS = 5;

    private static final Document NEWEST_FIRST =
            new Document("state.openedAt", -1).append("_id", -1);

    /** All that an entry of a list shows, and nothing that may be long. */
    private static final Document SHOWN = projection();

    private static final RecordCodec<Listed> LISTED = RecordCodecs.of(Listed.class);

    /** One for each way to ask. A filter by kind alone goes along the opening dates. */
    public static List<IndexModel> indexes() {
        return List.of(
                index("opened", newestFirst()),
                index("status", Indexes.ascending("state.status"), newestFirst()),
                index("submitted", Indexes.ascending("state.submitted"), newestFirst()),
                index("axes", Indexes.ascending("state.text.axes"), newestFirst()),
                index("everyones", Indexes.ascending("state.public"), newestFirst()),
                index("drafters", Indexes.ascending("state.drafters"), newestFirst()),
                index(
                        "evidence",
                        Indexes.ascending("state.evidence.experienceId"),
                        Indexes.ascending("_id")));
    }

    @Override
    public List<Listed> list(Selection selection, @Nullable Position after, int limit) {
        return collection
                .find(AggregateCollection.whole(filter(selection, after)))
                .projection(SHOWN)
                .sort(NEWEST_FIRST)
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(LISTED::fromDocument)
                .into(new ArrayList<>());
    }

    @Override
    public List<ContributionId> citing(
            ExperienceId experience, @Nullable ContributionId after, int limit) {
        Document filter =
                new Document("state.evidence.experienceId", experience.value())
                        .append(
                                "state.status",
                                new Document(
                                        "$in",
                                        Arrays.stream(ContributionStatus.values())
                                                .filter(ContributionStatus::isReliedOn)
                                                .map(Enum::name)
                                                .toList()));
        if (after != null) {
            filter.append("_id", new Document("$gt", after.value()));
        }
        return collection
                .find(filter)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(document -> new ContributionId(document.getString("_id")))
                .into(new ArrayList<>());
    }

    private static Document filter(Selection selection, @Nullable Position after) {
        Document filter = new Document();
        put(filter, "state.status", selection.status());
        put(filter, "state.text.axes", selection.axis());
        put(filter, "state.kind", selection.kind());
        if (selection.submitted()) {
            filter.append("state.submitted", true);
        }
        List<Document> either = new ArrayList<>();
        if (after != null) {
            either.add(new Document("$or", after(after)));
        }
        PartnerId drafter = selection.draftedBy();
        if (selection.everyones() && drafter == null) {
            filter.append("state.public", true);
        } else if (selection.everyones() && drafter != null) {
            either.add(new Document("$or", readable(drafter)));
        }
        return either.isEmpty() ? filter : filter.append("$and", either);
    }

    private static List<Document> after(Position position) {
        Date openedAt = Date.from(position.openedAt());
        return List.of(
                new Document("state.openedAt", new Document("$lt", openedAt)),
                new Document("state.openedAt", openedAt)
                        .append("_id", new Document("$lt", position.id())));
    }

    private static List<Document> readable(PartnerId drafter) {
        return List.of(
                new Document("state.public", true),
                new Document("state.drafters", drafter.value()));
    }

    private static Document projection() {
        Document projection = new Document("version", 1);
        for (String field :
                List.of(
                        "status",
                        "kind",
                        "text.title",
                        "text.summary",
                        "text.axes",
                        "opener",
                        "drafters",
                        "openedAt",
                        "submission.at",
                        "consultation.deadline",
                        "adoptedOn",
                        "supersededBy",
                        "lastEventAt")) {
            projection.append("state." + field, 1);
        }
        return projection;
    }

    private static Bson newestFirst() {
        return Indexes.descending("state.openedAt", "_id");
    }

    private static IndexModel index(String name, Bson... keys) {
        return new IndexModel(Indexes.compoundIndex(keys), new IndexOptions().name(name));
    }
}
