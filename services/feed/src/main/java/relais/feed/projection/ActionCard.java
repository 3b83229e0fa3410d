package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who does what towards an objective.
 *
 * @param origin the working day that decided it; null if none did
 * @param progress the reports, in the order they were made
 * @param end null while it is planned or under way
 */
public record ActionCard(
        Revision revision,
        Plan plan,
        @Nullable Origin origin,
        Status status,
        List<Progress> progress,
        @Nullable End end)
        implements Card {

    public ActionCard {
        progress = List.copyOf(progress);
    }

    /**
     * What is to be done.
     *
     * @param lead the partner that answers for it
     * @param territory as {@code scheme:code}
     */
    public record Plan(
            String title,
            @Nullable String description,
            String lead,
            List<String> partnersInvolved,
            String territory,
            List<String> axes,
            LocalDate dueOn,
            List<String> objectives,
            @Nullable String contribution,
            List<String> experiences) {

        public Plan {
            partnersInvolved = List.copyOf(partnersInvolved);
            axes = List.copyOf(axes);
            objectives = List.copyOf(objectives);
            experiences = List.copyOf(experiences);
        }

        /** What it works towards: its objectives, and the contribution it puts into practice. */
        public List<String> serves() {
            return contribution == null
                    ? objectives
                    : Stream.concat(objectives.stream(), Stream.of(contribution)).toList();
        }
    }

    public record Origin(String workingDay, @Nullable String decision) {}

    /** How far it was, in percent. */
    public record Progress(int percent, Instant at, String report) {}

    /**
     * How it ended.
     *
     * @param completedOn null if it was abandoned
     * @param remark the last report, or why it was abandoned
     */
    public record End(@Nullable LocalDate completedOn, @Nullable String remark) {}

    /** In percent: what was last reported, and 100 once it is completed. */
    public int percent() {
        if (status == Status.COMPLETED) {
            return 100;
        }
        return progress.isEmpty() ? 0 : progress.getLast().percent();
    }

    /** Whether it should have been done before that day, and is not. */
    public boolean isLate(LocalDate day) {
        return (status == Status.PLANNED || status == Status.UNDER_WAY)
                && plan.dueOn().isBefore(day);
    }

    @Override
    public ActionCard at(Revision other) {
        return new ActionCard(other, plan, origin, status, progress, end);
    }

    @Override
    public List<String> refersTo() {
        return plan.serves();
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
    }

    @Override
    public Kind kind() {
        return Kind.ACTION;
    }

    @Override
    public String partner() {
        return plan.lead();
    }

    @Override
    public String territory() {
        return plan.territory();
    }
}
