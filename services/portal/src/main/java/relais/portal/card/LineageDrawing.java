package relais.portal.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.portal.api.AdoptionChain;
import relais.portal.api.Named;

/**
 * A chain of adoptions as a tree from left to right, a column for each generation. An adopter that
 * named no experience of its own is a leaf. Lengths are those of the drawing.
 *
 * @param boxes the experiences and the leaves
 * @param lines from an experience to what came of it
 */
public record LineageDrawing(
        AdoptionChain chain, List<Box> boxes, List<Line> lines, int width, int height) {

    static final int BOX_WIDTH = 210;
    static final int BOX_HEIGHT = 46;
    private static final int COLUMN = BOX_WIDTH + 50;
    private static final int ROW = BOX_HEIGHT + 12;
    private static final int LETTERS = 27;

    /** Leaves of one experience that are drawn; the table has all. */
    private static final int LEAVES = 6;

    /**
     * An experience, or an adopter without one.
     *
     * @param card its id; null for a leaf
     * @param first the line above: the title, or the adopter
     * @param second the line below
     */
    public record Box(
            @Nullable String card,
            @Nullable String first,
            String second,
            boolean asked,
            int x,
            int y) {}

    /** From the right edge of a box to the left edge of another. */
    public record Line(int x1, int y1, int x2, int y2) {

        /** A curve that leaves and arrives level. */
        public String path() {
            int half = (x1 + x2) / 2;
            return "M" + x1 + " " + y1 + "C" + half + " " + y1 + " " + half + " " + y2 + " " + x2
                    + " " + y2;
        }
    }

    static LineageDrawing of(AdoptionChain chain) {
        return new Layouting(chain).drawing();
    }

    /** Whether there is more to see than the list of adoptions below. */
    public boolean isShown() {
        return chain.isChain();
    }

    /** The title of a member of the chain; null if it is hidden, or not in it. */
    public @Nullable String title(String id) {
        return chain.cards().stream()
                .filter(each -> each.id().equals(id))
                .map(AdoptionChain.Member::title)
                .findFirst()
                .orElse(null);
    }

    /** Places each experience once, the first time that the way from the oldest comes by. */
    private static final class Layouting {

        /** An adopter without an own experience, where it stands. */
        private record Leaf(String source, int x, int y) {}

        private final AdoptionChain chain;
        private final Map<String, AdoptionChain.Member> members = new HashMap<>();
        private final Set<String> placed = new HashSet<>();
        private final Map<String, Integer> middles = new HashMap<>();
        private final List<Box> boxes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Leaf> leaves = new ArrayList<>();
        private final int oldest;
        private int rows;
        private int columns = 1;

        Layouting(AdoptionChain chain) {
            this.chain = chain;
            chain.cards().forEach(each -> members.put(each.id(), each));
            this.oldest =
                    chain.cards().stream()
                            .mapToInt(AdoptionChain.Member::generation)
                            .min()
                            .orElse(0);
        }

        LineageDrawing drawing() {
            chain.cards().forEach(this::place);
            chain.adoptions().forEach(this::join);
            return new LineageDrawing(
                    chain,
                    List.copyOf(boxes),
                    List.copyOf(lines),
                    columns * COLUMN - (COLUMN - BOX_WIDTH),
                    Math.max(1, rows) * ROW);
        }

        /** Its own row is in the middle of those of what came of it. */
        private void place(AdoptionChain.Member member) {
            if (!placed.add(member.id())) {
                return;
            }
            int begin = rows;
            int drawn = 0;
            for (AdoptionChain.Step step : chain.adoptions()) {
                if (!step.source().equals(member.id())) {
                    continue;
                }
                AdoptionChain.Member own = own(step);
                if (own != null) {
                    place(own);
                } else if (drawn++ < LEAVES) {
                    leaf(member, step);
                }
            }
            int middle = rows == begin ? next() : ROW * (begin + rows - 1) / 2;
            middles.put(member.id(), middle);
            Named partner = member.partner();
            boxes.add(
                    new Box(
                            member.id(),
                            member.title() == null ? null : shortened(member.title()),
                            shortened(partner == null ? member.territory().name() : partner.name()),
                            member.generation() == 0,
                            x(member.generation()),
                            middle));
        }

        private void leaf(AdoptionChain.Member source, AdoptionChain.Step step) {
            int x = x(source.generation() + 1);
            int y = next();
            boxes.add(
                    new Box(
                            null,
                            shortened(step.partner().name()),
                            shortened(step.territory().name()),
                            false,
                            x,
                            y));
            leaves.add(new Leaf(source.id(), x, y));
        }

        private void join(AdoptionChain.Step step) {
            AdoptionChain.Member source = members.get(step.source());
            AdoptionChain.Member own = own(step);
            if (source != null && own != null) {
                line(source, x(own.generation()), middles.getOrDefault(own.id(), 0));
            } else if (source != null) {
                leaves.stream()
                        .filter(leaf -> leaf.source().equals(source.id()))
                        .findFirst()
                        .ifPresent(
                                leaf -> {
                                    leaves.remove(leaf);
                                    line(source, leaf.x(), leaf.y());
                                });
            }
        }

        private void line(AdoptionChain.Member from, int x, int y) {
            lines.add(
                    new Line(
                            x(from.generation()) + BOX_WIDTH,
                            middles.getOrDefault(from.id(), 0) + BOX_HEIGHT / 2,
                            x,
                            y + BOX_HEIGHT / 2));
        }

        private AdoptionChain.@Nullable Member own(AdoptionChain.Step step) {
            return step.ownExperience() == null ? null : members.get(step.ownExperience());
        }

        private int next() {
            return ROW * rows++;
        }

        private int x(int generation) {
            int column = generation - oldest;
            columns = Math.max(columns, column + 1);
            return column * COLUMN;
        }

        private static String shortened(String text) {
            return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1).strip() + "…";
        }
    }
}
