package relais.contributions.contribution;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What comes of a text that two sides changed at once, word by word: each side's changes to the
 * base, laid over each other. Where they touch, nobody wins: that is a conflict for someone to
 * resolve.
 */
final class ThreeWayMerge {

    /** What became of a run of the base. */
    public enum Fate {
        KEPT,
        CHANGED_BY_CURRENT,
        CHANGED_BY_PROPOSED,
        /** Both sides made the same change. */
        BOTH_SAME,
        CONFLICT
    }

    /**
     * One run of the three texts. The runs' bases together are the whole base, and so for the
     * others: nothing is lost, whatever its fate.
     */
    public record Run(Fate fate, String base, String current, String proposed) {

        private String merged() {
            return switch (fate) {
                case KEPT -> base;
                case CHANGED_BY_CURRENT, BOTH_SAME -> current;
                case CHANGED_BY_PROPOSED -> proposed;
                case CONFLICT -> marked();
            };
        }

        /** With the marks that merges are known by, each on a line of its own. */
        private String marked() {
            return "\n<<<<<<<\n" + current + "\n=======\n" + proposed + "\n>>>>>>>\n";
        }
    }

    /**
     * A change of one side.
     *
     * @param start in the base, in tokens
     * @param end in the base, exclusive
     * @param growth how many tokens more than in the base
     */
    private record Edit(int start, int end, int growth) {

        Edit joined(Edit next) {
            return new Edit(start, next.end, growth + next.growth);
        }
    }

    /** Words, blanks and other signs; or else sentences. Together they are the whole text. */
    private static final List<Pattern> TOKENS =
            List.of(
                    Pattern.compile("[\\p{L}\\p{N}]+|\\s+|[^\\p{L}\\p{N}\\s]"),
                    Pattern.compile("[^.;:!?\\n]*[.;:!?\\n]\\s*|[^.;:!?\\n]+"));

    /** The work grows with length times difference: longer texts are compared by coarser tokens. */
    private static final int LONGEST = 5_000;

    private final List<Run> runs;

    private ThreeWayMerge(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    public static ThreeWayMerge of(String base, String current, String proposed) {
        for (Pattern token : TOKENS) {
            List<List<String>> texts =
                    Stream.of(base, current, proposed).map(text -> tokens(token, text)).toList();
            if (texts.stream().allMatch(tokens -> tokens.size() <= LONGEST)) {
                return of(texts.get(0), texts.get(1), texts.get(2));
            }
        }
        return of(whole(base), whole(current), whole(proposed));
    }

    private static List<String> tokens(Pattern token, String text) {
        return token.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static ThreeWayMerge of(
            List<String> base, List<String> current, List<String> proposed) {
        Side mine = new Side(current, edits(base, current));
        Side theirs = new Side(proposed, edits(base, proposed));
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (mine.hasNext() || theirs.hasNext()) {
            int start = Math.min(mine.nextStart(), theirs.nextStart());
            int end = start;
            for (int before = -1; before < end; ) {
                before = end;
                end = Math.max(mine.reach(end), theirs.reach(end));
            }
            keep(runs, base.subList(at, start));
            runs.add(changed(base, start, end, mine, theirs));
            at = end;
        }
        keep(runs, base.subList(at, base.size()));
        return new ThreeWayMerge(runs);
    }

    private static Run changed(List<String> base, int start, int end, Side mine, Side theirs) {
        String was = join(base.subList(start, end));
        boolean byMine = mine.isChanged();
        boolean byTheirs = theirs.isChanged();
        String now = mine.take(start, end);
        String wanted = theirs.take(start, end);
        return new Run(fate(byMine, byTheirs, now.equals(wanted)), was, now, wanted);
    }

    private static Fate fate(boolean byMine, boolean byTheirs, boolean same) {
        if (byMine && byTheirs) {
            return same ? Fate.BOTH_SAME : Fate.CONFLICT;
        }
        return byMine ? Fate.CHANGED_BY_CURRENT : Fate.CHANGED_BY_PROPOSED;
    }

    private static void keep(List<Run> runs, List<String> tokens) {
        if (!tokens.isEmpty()) {
            String text = join(tokens);
            runs.add(new Run(Fate.KEPT, text, text, text));
        }
    }

    /** A phrase that is rewritten is one edit: the blanks that it keeps mean nothing. */
    private static List<Edit> edits(List<String> base, List<String> changed) {
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(base, changed, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int start = delta.getSource().getPosition();
            int size = delta.getSource().size();
            Edit edit = new Edit(start, start + size, delta.getTarget().size() - size);
            Edit last = edits.isEmpty() ? null : edits.getLast();
            if (last != null
                    && base.subList(last.end(), start).stream().allMatch(String::isBlank)) {
                edits.set(edits.size() - 1, last.joined(edit));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static String join(List<String> tokens) {
        return String.join("", tokens);
    }

    /** One side's text and edits, on the way through the base. */
    private static final class Side {

        private final List<String> tokens;
        private final List<Edit> edits;
        private int taken;
        private int reached;

        /** How much further the side is than the base, in tokens, before the edits at hand. */
        private int shift;

        Side(List<String> tokens, List<Edit> edits) {
            this.tokens = tokens;
            this.edits = edits;
        }

        boolean hasNext() {
            return taken < edits.size();
        }

        int nextStart() {
            return hasNext() ? edits.get(taken).start() : Integer.MAX_VALUE;
        }

        /** How far the edits go that begin up to there. */
        int reach(int end) {
            int furthest = end;
            while (reached < edits.size() && edits.get(reached).start() <= furthest) {
                furthest = Math.max(furthest, edits.get(reached).end());
                reached++;
            }
            return furthest;
        }

        /** Whether one of its edits is at hand. */
        boolean isChanged() {
            return reached > taken;
        }

        /** What the side says in place of that much of the base. */
        String take(int start, int end) {
            int from = start + shift;
            shift += edits.subList(taken, reached).stream().mapToInt(Edit::growth).sum();
            taken = reached;
            return join(tokens.subList(from, end + shift));
        }
    }

    /** The whole of the three texts, in order. */
    public List<Run> runs() {
        return runs;
    }

    /** How many runs are left to resolve. */
    public long conflicts() {
        return runs.stream().filter(run -> run.fate() == Fate.CONFLICT).count();
    }

    /** Both sides' changes; where they are in conflict, both wordings between marks. */
    public String text() {
        StringBuilder merged = new StringBuilder();
        runs.forEach(run -> merged.append(run.merged()));
        return merged.toString();
    }
}
