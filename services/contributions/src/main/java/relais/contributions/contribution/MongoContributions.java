package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.put;

import com.mongodb.client.model.IndexModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;
import relais.aggregates.mongo.ListEntry;
import relais.aggregates.mongo.ListOrder;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.Contributions.Selection;
import relais.contributions.known.ExperienceId;

/** Questions to all contributions, answered by indexes and without reading their texts. */
public record MongoContributions(MongoAggregates<Contribution, ContributionEvent> aggregates)
        implements Contributions {

    private static final long QUERY_LIMIT_SECONDS = 5;
    private static final ListOrder NEWEST_FIRST = new ListOrder("state.openedAt", -1);
    private static final ListOrder BY_ID = new ListOrder("_id", 1);

    /** All that an entry of a list shows, and nothing that may be long. */
    private static final ListEntry<Listed> LISTED = ListEntry.of(Listed.class);

    /** One for each way to ask. A filter by kind alone goes along the opening dates. */
    public static List<IndexModel> indexes() {
        return List.of(
                NEWEST_FIRST.index("opened"),
                NEWEST_FIRST.index("status", "state.status"),
                NEWEST_FIRST.index("submitted", "state.submitted"),
                NEWEST_FIRST.index("axes", "state.text.axes"),
                NEWEST_FIRST.index("everyones", "state.public"),
                NEWEST_FIRST.index("drafters", "state.drafters"),
                BY_ID.index("evidence", "state.evidence.experienceId"));
    }

    @Override
    public List<Listed> list(
            Selection selection, @Nullable ListPosition<Instant> after, int limit) {
        return aggregates.page(LISTED, NEWEST_FIRST, filter(selection), after, limit);
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
        // One that was not restored whole is named too: its warning must wait, not be lost.
        return aggregates
                .aggregates()
                .collection()
                .find(filter)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(document -> new ContributionId(document.getString("_id")))
                .into(new ArrayList<>());
    }

    private static Document filter(Selection selection) {
        Document filter = new Document();
        put(filter, "state.status", selection.status());
        put(filter, "state.text.axes", selection.axis());
        put(filter, "state.kind", selection.kind());
        if (selection.submitted()) {
            filter.append("state.submitted", true);
        }
        PartnerId drafter = selection.draftedBy();
        if (selection.everyones() && drafter == null) {
            filter.append("state.public", true);
        } else if (selection.everyones() && drafter != null) {
            filter.append("$and", List.of(new Document("$or", readable(drafter))));
        }
        return filter;
    }

    private static List<Document> readable(PartnerId drafter) {
        return List.of(
                new Document("state.public", true),
                new Document("state.drafters", drafter.value()));
    }
}
