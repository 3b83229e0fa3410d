package relais.contributions.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.contribution.ThreeWayMerge.Fate;
import relais.web.Problem;

/**
 * The three texts to compare when an amendment is decided on.
 *
 * @param base what the proposer read
 * @param current what the section says now; absent if it has gone
 * @param proposed what the amendment wants it to say
 * @param merged the changes of both sides in one body; absent if the section has gone
 */
record ThreeWayJson(
        VersionJson base,
        @Nullable VersionJson current,
        WordingJson proposed,
        @Nullable MergedJson merged) {

    record VersionJson(long textVersion, String heading, String body) {}

    record WordingJson(String heading, String body) {}

    /**
     * @param text a draft of the body to have; where both sides changed the same words, both
     *     wordings stand between lines of marks
     * @param conflicts how many such places there are
     * @param runs the whole of the three bodies, piece by piece
     */
    record MergedJson(String text, long conflicts, List<RunJson> runs) {

        private static MergedJson of(ThreeWayMerge merge) {
            return new MergedJson(
                    merge.text(),
                    merge.conflicts(),
                    merge.runs().stream().map(RunJson::of).toList());
        }
    }

    /** A piece of the three bodies; of one that all have in common, only the base is told. */
    record RunJson(Fate fate, String base, @Nullable String current, @Nullable String proposed) {

        private static RunJson of(ThreeWayMerge.Run run) {
            return run.fate() == Fate.KEPT
                    ? new RunJson(run.fate(), run.base(), null, null)
                    : new RunJson(run.fate(), run.base(), run.current(), run.proposed());
        }
    }

    static ThreeWayJson of(Contribution contribution, Amendment amendment) {
        ThreeWay texts = contribution.threeWay(amendment);
        Wording base = texts.base();
        Wording current = texts.current();
        Wording proposed = texts.proposed();
        return new ThreeWayJson(
                version(amendment.basedOn(), base),
                current == null ? null : version(contribution.text().version(), current),
                new WordingJson(proposed.heading(), proposed.body()),
                current == null
                        ? null
                        : MergedJson.of(
                                ThreeWayMerge.of(base.body(), current.body(), proposed.body())));
    }

    /** The problem with the texts as its members. */
    Problem in(Problem problem) {
        Problem told = problem.with("base", base).with("proposed", proposed);
        return current == null || merged == null
                ? told
                : told.with("current", current).with("merged", merged);
    }

    private static VersionJson version(long textVersion, Wording wording) {
        return new VersionJson(textVersion, wording.heading(), wording.body());
    }
}
