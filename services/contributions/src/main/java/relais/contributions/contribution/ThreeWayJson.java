package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        Read base, @Nullable Read current, Wording proposed, @Nullable MergedJson merged) {

    /** What a section says in one version of the text. */
    record Read(long textVersion, @JsonUnwrapped Wording wording) {}

    /**
     * @param text a draft of the body to have; where both sides changed the same words, both
     *     wordings stand between lines of marks
     * @param conflicts how many such places there are
     * @param runs the whole of the three bodies, piece by piece
     */
    record MergedJson(String text, long conflicts, List<RunJson> runs) {

        private static MergedJson of(Wording base, Wording current, Wording proposed) {
            var merge = ThreeWayMerge.of(base.body(), current.body(), proposed.body());
            return new MergedJson(
                    merge.text(),
                    merge.conflicts(),
                    merge.runs().stream().map(RunJson::of).toList());
        }
    }

    /** A piece of the three bodies; of one that all have in common, only the base is told. */
    record RunJson(
            ThreeWayMerge.Fate fate,
            String base,
            @Nullable String current,
            @Nullable String proposed) {

        private static RunJson of(ThreeWayMerge.Run run) {
            boolean kept = run.fate() == ThreeWayMerge.Fate.KEPT;
            return new RunJson(
                    run.fate(),
                    run.base(),
                    kept ? null : run.current(),
                    kept ? null : run.proposed());
        }
    }

    static ThreeWayJson of(Contribution contribution, Amendment amendment) {
        ThreeWay texts = contribution.threeWay(amendment);
        Wording current = texts.current();
        return new ThreeWayJson(
                new Read(amendment.basedOn(), texts.base()),
                current == null ? null : new Read(contribution.text().version(), current),
                texts.proposed(),
                current == null ? null : MergedJson.of(texts.base(), current, texts.proposed()));
    }

    /** The problem with the texts as its members. */
    Problem in(Problem problem) {
        Problem told = problem.with("base", base).with("proposed", proposed);
        return current == null || merged == null
                ? told
                : told.with("current", current).with("merged", merged);
    }
}
