package relais.portal.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Contribution;
import relais.portal.api.Diff;
import relais.portal.api.WorkingCopy;
import relais.portal.form.Typed;
import relais.portal.page.WordDiff;

/**
 * What others made of a text since somebody began to write on it. Somebody who writes sees both
 * wordings of what changed, takes over what they want, and goes on from the present text: nobody's
 * words are replaced unread.
 */
final class TextMoves {

    private TextMoves() {}

    /**
     * A section that others changed.
     *
     * @param how {@code changed}, {@code added} (or removed here) or {@code removed} by others
     * @param now what the published text says
     * @param mine what is being written
     * @param runs from the one to the other
     */
    public record Move(
            String how,
            String heading,
            @Nullable String now,
            @Nullable String mine,
            List<Diff.Words> runs) {}

    /** Whether the text has changed since this one was begun. */
    static boolean isBehind(@Nullable Contribution contribution, Typed typed) {
        return contribution != null
                && contribution.textVersion() != null
                && basedOn(typed) < contribution.textVersion();
    }

    static List<Move> of(Contribution contribution, Typed typed) {
        List<WorkingCopy.Section> mine = SectionFields.read(typed);
        var moves = new ArrayList<Move>();
        for (Contribution.Section now : contribution.sections()) {
            if (now.changedIn() > basedOn(typed)) {
                var added = new Move("added", now.heading(), now.body(), null, List.of());
                moves.add(find(mine, now.id()).map(own -> changed(now, own)).orElse(added));
            }
        }
        for (WorkingCopy.Section own : mine) {
            if (own.id() != null && contribution.section(own.id()).isEmpty()) {
                moves.add(new Move("removed", text(own.heading()), null, own.body(), List.of()));
            }
        }
        return moves;
    }

    /**
     * The same text, begun anew from the present one: sections that are no longer there are new
     * ones, and those that others added come at the end, where they can be removed knowingly.
     */
    static Typed goOn(Contribution contribution, Typed typed) {
        var sections = new ArrayList<WorkingCopy.Section>();
        List<WorkingCopy.Section> mine = SectionFields.read(typed);
        for (WorkingCopy.Section own : mine) {
            boolean there = contribution.section(own.id()).isPresent();
            sections.add(there ? own : new WorkingCopy.Section(null, own.heading(), own.body()));
        }
        for (Contribution.Section now : contribution.sections()) {
            if (now.changedIn() > basedOn(typed) && find(mine, now.id()).isEmpty()) {
                sections.add(new WorkingCopy.Section(now.id(), now.heading(), now.body()));
            }
        }
        return SectionFields.write(typed, sections)
                .with(TextForm.BASED_ON, contribution.textVersion());
    }

    private static Move changed(Contribution.Section now, WorkingCopy.Section own) {
        String whole = now.heading() + "\n\n" + now.body();
        String mine = text(own.heading()) + "\n\n" + text(own.body());
        return new Move("changed", now.heading(), whole, mine, WordDiff.between(whole, mine));
    }

    /** What changed between two working copies of the same partner. */
    static List<Move> between(WorkingCopy stored, Typed typed) {
        String theirs = whole(stored.title(), stored.summary(), stored.sections());
        String mine = whole(typed.text("title"), typed.text("summary"), SectionFields.read(typed));
        var runs = WordDiff.between(theirs, mine);
        return List.of(new Move("changed", text(stored.title()), theirs, mine, runs));
    }

    private static String whole(
            @Nullable String title, @Nullable String summary, List<WorkingCopy.Section> sections) {
        var whole = new StringBuilder(text(title)).append("\n\n").append(text(summary));
        for (WorkingCopy.Section section : sections) {
            whole.append("\n\n").append(text(section.heading())).append("\n\n");
            whole.append(text(section.body()));
        }
        return whole.toString();
    }

    private static Optional<WorkingCopy.Section> find(List<WorkingCopy.Section> mine, String id) {
        return mine.stream().filter(one -> id.equals(one.id())).findFirst();
    }

    static long basedOn(Typed typed) {
        String raw = typed.text(TextForm.BASED_ON);
        return raw.matches("[0-9]{1,9}") ? Long.parseLong(raw) : 0;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
