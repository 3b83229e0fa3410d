package relais.contributions.workingday;

import static relais.aggregates.mongo.DocumentFields.put;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;

import io.swagger.v3.oas.annotations.media.Schema;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import relais.aggregates.Aggregates;
import relais.aggregates.Stored;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.contributions.listing.DayCursor;
import relais.contributions.listing.DayOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Queries of working days, answered by indexes and without reading what was said.
 *
 * @param collection of the aggregates, with {@link #indexes()}
 */
public record WorkingDays(
        MongoCollection<Document> collection, Aggregates<WorkingDay, WorkingDayEvent> aggregates) {

    private static final String DATE = "state.meeting.date";
    private static final String STATUS = "state.status";
    private static final DayOrder ORDER = new DayOrder(DATE);
    private static final RecordCodec<Listed> LISTED = RecordCodecs.of(Listed.class);

    /**
     * What a list keeps. What is absent keeps all.
     *
     * @param from the first day
     * @param to the last day
     */
    record Selection(
            @Nullable WorkingDayStatus status, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** An entry of a list: a working day without agenda and minutes, which may be long. */
    @Schema(name = "ListedWorkingDay")
    record Listed(
            @StoredField(name = "_id") WorkingDayId id, long version, @JsonUnwrapped State state) {

        @Schema(name = "ListedWorkingDayState")
        record State(
                @JsonUnwrapped Meeting meeting,
                WorkingDayStatus status,
                @Nullable String reason,
                Instant scheduledAt,
                @StoredField(name = "lastEventAt") Instant updatedAt) {}
    }

    /** One for each way to ask. */
    public static List<IndexModel> indexes() {
        return List.of(ORDER.index("date"), ORDER.index("status", STATUS));
    }

    Optional<Stored<WorkingDay>> find(WorkingDayId id) {
        return aggregates.find(id.value());
    }

    /** In the order of their dates. */
    List<Listed> list(Selection selection, @Nullable DayCursor after, int limit) {
        Document filter = new Document();
        put(filter, STATUS, selection.status());
        Document between = new Document();
        put(between, "$gte", selection.from());
        put(between, "$lte", selection.to());
        if (!between.isEmpty()) {
            filter.append(DATE, between);
        }
        return ORDER.page(
                collection,
                filter,
                after,
                new Document("version", 1)
                        .append("state.meeting", 1)
                        .append("state.status", 1)
                        .append("state.reason", 1)
                        .append("state.scheduledAt", 1)
                        .append("state.lastEventAt", 1),
                limit,
                LISTED::fromDocument);
    }
}
