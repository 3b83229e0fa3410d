package relais.feed.query;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one text becomes another, as runs of words that stay, go or come. Between two runs that stay,
 * what goes stands before what comes, each as one run.
 */
public final class WordDiff {

    /** What becomes of a run of words. */
    public enum Op {
        EQUAL,
        DELETE,
        INSERT
    }

    /** Adjacent words with the same fate, with the blanks between them. */
    @Schema(name = "Words")
    public record Run(Op op, String text) {}

    /** A word, a run of blanks, or one other sign: together they are the whole text. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|[^\\p{L}\\p{N}\\s]");

    /**
     * The work grows with length times difference: a text beyond this is compared line by line, and
     * word by word only in the lines that differ. Lines beyond it are replaced as a whole.
     */
    private static final int LONGEST = 5_000;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private WordDiff() {}

    static List<Run> ofTexts(String from, String to) {
        List<String> before = tokens(from);
        List<String> after = tokens(to);
        return before.size() > LONGEST || after.size() > LONGEST
                ? byLines(pieces(LINE, from), pieces(LINE, to))
                : of(before, after, "");
    }

    private static List<Run> byLines(List<String> from, List<String> to) {
        var runs = new ArrayList<Run>();
        var deleted = new ArrayList<String>();
        var inserted = new ArrayList<String>();
        for (Run block : of(from, to, "")) {
            switch (block.op()) {
                case DELETE -> deleted.add(block.text());
                case INSERT -> inserted.add(block.text());
                case EQUAL -> {
                    runs.addAll(words(deleted, inserted));
                    runs.add(block);
                }
            }
        }
        runs.addAll(words(deleted, inserted));
        return joined(runs);
    }

    /** What became of lines that differ; leaves both lists empty. */
    private static List<Run> words(List<String> deleted, List<String> inserted) {
        List<Run> runs =
                of(tokens(String.join("", deleted)), tokens(String.join("", inserted)), "");
        deleted.clear();
        inserted.clear();
        return runs;
    }

    /** Runs of one fate that met where two comparisons did, as one. */
    private static List<Run> joined(List<Run> runs) {
        var result = new ArrayList<Run>();
        var deleted = new ArrayList<String>();
        var inserted = new ArrayList<String>();
        var equal = new ArrayList<String>();
        for (Run run : runs) {
            if (run.op() == Op.EQUAL) {
                replace(result, deleted, inserted, "");
            } else if (!equal.isEmpty()) {
                add(result, Op.EQUAL, equal, "");
                equal.clear();
            }
            switch (run.op()) {
                case DELETE -> deleted.add(run.text());
                case INSERT -> inserted.add(run.text());
                case EQUAL -> equal.add(run.text());
            }
        }
        add(result, Op.EQUAL, equal, "");
        replace(result, deleted, inserted, "");
        return result;
    }

    static List<Run> ofValues(List<String> from, List<String> to) {
        return of(from, to, ", ");
    }

    private static List<String> tokens(String text) {
        return pieces(TOKEN, text);
    }

    private static List<String> pieces(Pattern piece, String text) {
        return piece.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Run> of(List<String> from, List<String> to, String separator) {
        var runs = new ArrayList<Run>();
        if (from.size() > LONGEST || to.size() > LONGEST) {
            add(runs, Op.DELETE, from, separator);
            add(runs, Op.INSERT, to, separator);
            return runs;
        }
        int at = 0;
        var deleted = new ArrayList<String>();
        var inserted = new ArrayList<String>();
        var patch = DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>());
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            if (start > at) {
                replace(runs, deleted, inserted, separator);
                add(runs, Op.EQUAL, from.subList(at, start), separator);
            }
            deleted.addAll(delta.getSource().getLines());
            inserted.addAll(delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        replace(runs, deleted, inserted, separator);
        add(runs, Op.EQUAL, from.subList(at, from.size()), separator);
        return runs;
    }

    /** What goes, then what comes: however the algorithm cut a replacement into pieces. */
    private static void replace(
            List<Run> runs, List<String> deleted, List<String> inserted, String separator) {
        add(runs, Op.DELETE, deleted, separator);
        add(runs, Op.INSERT, inserted, separator);
        deleted.clear();
        inserted.clear();
    }

    private static void add(List<Run> runs, Op op, List<String> tokens, String separator) {
        if (!tokens.isEmpty()) {
            runs.add(new Run(op, String.join(separator, tokens)));
        }
    }
}
