package relais.contributions.workingday;

import static relais.aggregates.mongo.DocumentFields.put;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.client.model.IndexModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;
import relais.aggregates.mongo.ListEntry;
import relais.aggregates.mongo.ListOrder;
import relais.aggregates.mongo.MongoAggregates;
import relais.codec.StoredField;

/** Queries of working days, answered by indexes and without reading what was said. */
public record WorkingDays(MongoAggregates<WorkingDay, WorkingDayEvent> aggregates) {

    private static final String DATE = "state.meeting.date";
    private static final String STATUS = "state.status";
    private static final ListOrder ORDER = new ListOrder(DATE, 1);
    private static final ListEntry<Listed> LISTED = ListEntry.of(Listed.class);

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

    /**
     * In the order of their dates. What is absent keeps all.
     *
     * @param from the first day
     * @param to the last day
     */
    List<Listed> page(
            @Nullable WorkingDayStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ListPosition<LocalDate> after,
            int limit) {
        Document filter = new Document();
        put(filter, STATUS, status);
        Document between = new Document();
        put(between, "$gte", from);
        put(between, "$lte", to);
        if (!between.isEmpty()) {
            filter.append(DATE, between);
        }
        return aggregates.page(LISTED, ORDER, filter, after, limit);
    }
}
