package relais.portal.contributions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import relais.portal.api.Contribution;

/**
 * What waits for somebody in one contribution.
 *
 * @param key of the words {@code contributions.task.<key>}
 * @param count how many of them; 0 where nothing is counted
 * @param path where it is done
 */
public record Task(Contribution contribution, String key, long count, String path) {

    private static final List<String> URGENCY =
            List.of("position adopt conclude ready amendments outdated write go-on".split(" "));

    /** What others wait for comes before what only the reader does. */
    static final Comparator<Task> MOST_URGENT_FIRST =
            Comparator.comparingInt(task -> URGENCY.indexOf(task.key()));

    /** The most urgent task of this reader, if any; adoptable is what its board says. */
    static Optional<Task> of(Contribution contribution, Reader reader, boolean adoptable) {
        if (reader.answers(contribution) && contribution.position(reader.partner()).isEmpty()) {
            return task(contribution, "position", 0, "/position");
        }
        if (reader.consults(contribution) && adoptable) {
            return task(contribution, "adopt", 0, "/consultation");
        }
        if (reader.consults(contribution)
                && contribution.is("CONSULTATION")
                && reader.isOver(contribution)) {
            return task(contribution, "conclude", 0, "/consultation");
        }
        if (reader.consults(contribution) && isReady(contribution)) {
            return task(contribution, "ready", 0, "/consultation");
        }
        return reader.writes(contribution) && !isReady(contribution)
                ? writing(contribution)
                : Optional.empty();
    }

    /** Whether it waits for the secretariat, and not for those who write it. */
    private static boolean isReady(Contribution contribution) {
        return contribution.is("DRAFTING") && contribution.submittedAt() != null;
    }

    private static Optional<Task> writing(Contribution contribution) {
        List<Contribution.Amendment> open = contribution.openAmendments();
        if (!open.isEmpty()) {
            return task(contribution, "amendments", open.size(), "#amendments");
        }
        if (contribution.sections().isEmpty()) {
            return task(contribution, "write", 0, "/text");
        }
        long outdated =
                contribution.evidence().stream().filter(each -> each.outdated() != null).count();
        return outdated == 0
                ? task(contribution, "go-on", 0, "/text")
                : task(contribution, "outdated", outdated, "#text");
    }

    private static Optional<Task> task(
            Contribution contribution, String key, long count, String path) {
        String page = ContributionPages.PATH + "/" + contribution.id() + path;
        return Optional.of(new Task(contribution, key, count, page));
    }
}
