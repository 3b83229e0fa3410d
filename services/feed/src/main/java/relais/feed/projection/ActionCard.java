package relais.feed.projection;

import static relais.feed.projection.Reference.To.CARD;
import static relais.feed.projection.Reference.To.PARTNER;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * Who does what towards an objective.
 *
 * @param partner the one that leads it
 * @param end null while it is planned or under way
 */
@Schema(name = "ActionDetails")
@StoredType(value = "ACTION", omitsEmpty = true)
public record ActionCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        String partner,
        @JsonUnwrapped Plan plan,
        LocalDate dueOn,
        @JsonUnwrapped Origin origin,
        Status status,
        @Schema(description = "In the order they were made") List<Progress> progress,
        @JsonUnwrapped @Nullable End end)
        implements Card {

    public ActionCard {
        progress = List.copyOf(progress);
    }

    /** What is to be done, with whom and what for. */
    @StoredType(omitsEmpty = true)
    public record Plan(
            @Nullable String description,
            @Reference(PARTNER) List<String> partnersInvolved,
            @Reference(CARD) List<String> objectives,
            @Reference(CARD) @Nullable String contribution,
            @Reference(CARD) List<String> experiences) {

        public Plan {
            partnersInvolved = List.copyOf(partnersInvolved);
            objectives = List.copyOf(objectives);
            experiences = List.copyOf(experiences);
        }
    }

    /** What it comes from; both are null if no working day decided it. */
    public record Origin(
            @Schema(description = "The working day that decided it") @Reference(CARD)
                    @Nullable String workingDay,
            @Schema(description = "Which of its decisions") @Nullable String decision) {}

    /** How far it was, in percent. */
    @Schema(name = "ProgressReport")
    public record Progress(int percent, Instant at, String report) {}

    /**
     * How it ended.
     *
     * @param completedOn null if it was abandoned
     */
    public record End(
            @Nullable LocalDate completedOn,
            @Schema(description = "The last report, or why it was abandoned")
                    @Nullable String remark) {}

    /** In percent: what was last reported, and 100 once it is completed. */
    public int percent() {
        if (status == Status.COMPLETED) {
            return 100;
        }
        return progress.isEmpty() ? 0 : progress.getLast().percent();
    }

    /** Whether it should have been done before that day, and is not. */
    public boolean isLate(LocalDate day) {
        return (status == Status.PLANNED || status == Status.UNDER_WAY) && dueOn.isBefore(day);
    }

    @Override
    public ActionCard at(Revision other) {
        return new ActionCard(other, headline, partner, plan, dueOn, origin, status, progress, end);
    }

    ActionCard progressed(List<Progress> reports) {
        return new ActionCard(
                revision, headline, partner, plan, dueOn, origin, Status.UNDER_WAY, reports, null);
    }

    ActionCard ended(Status how, End with) {
        return new ActionCard(
                revision, headline, partner, plan, dueOn, origin, how, progress, with);
    }

    /** Its objectives, and the contribution it puts into practice. */
    @Override
    public List<String> refersTo() {
        return Stream.concat(plan.objectives().stream(), Stream.ofNullable(plan.contribution()))
                .toList();
    }

    @Override
    public Kind kind() {
        return Kind.ACTION;
    }

    @Override
    public @Nullable String reason() {
        return status == Status.ABANDONED && end != null ? end.remark() : null;
    }
}
