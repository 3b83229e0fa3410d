package relais.history.figure;

import java.util.EnumSet;
import java.util.Set;

/** What a comparison says of two instants. Each counts units, and each unit once. */
public enum Figure {
    /** Stood at the first instant. */
    BEFORE("before"),
    /** Stands at the second. */
    AFTER("after"),
    /** Stands at the second, and did not at the first. */
    NEW("new"),
    /** Stands at both, and says something else, or is further in its life. */
    CHANGED("changed"),
    /** Stood at the first elsewhere: its new text, or its new lead, brought it here. */
    ARRIVED("arrived"),
    /** Stands at the second elsewhere: its new text, or its new lead, took it from here. */
    LEFT("left"),
    WITHDRAWN("withdrawn"),
    MODERATED("moderated"),
    SUSPENDED("suspended"),
    SUPERSEDED("superseded"),
    COMPLETED("completed"),
    ABANDONED("abandoned"),
    CANCELLED("cancelled"),
    /** Contributions that were not adopted at the first instant. */
    CONTRIBUTIONS_ADOPTED("contributionsAdopted"),
    /** Adoptions of experiences that stand at the second instant, and did not at the first. */
    ADOPTED("adopted"),
    ADOPTIONS_ENDED("adoptionsEnded"),
    /** Endorsements of experiences that stand at the second instant, and did not at the first. */
    ENDORSED("endorsed"),
    ENDORSEMENTS_RETRACTED("endorsementsRetracted");

    private final String code;

    Figure(String code) {
        this.code = code;
    }

    /** As in queries and answers. */
    public String code() {
        return code;
    }

    /** Whether it says what is different, not what is there. */
    public boolean isChange() {
        return this != BEFORE && this != AFTER;
    }

    /**
     * Those in which a unit counts.
     *
     * @param was whether it stood in the cell at the first instant
     * @param is whether it stands in the cell at the second
     */
    static Set<Figure> of(Difference difference, boolean was, boolean is) {
        return switch (difference.subject()) {
            case CARD -> ofCard(difference, was, is);
            case ADOPTION -> ofTie(difference, was, is, ADOPTED, ADOPTIONS_ENDED);
            case ENDORSEMENT -> ofTie(difference, was, is, ENDORSED, ENDORSEMENTS_RETRACTED);
        };
    }

    private static Set<Figure> ofCard(Difference difference, boolean was, boolean is) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        if (was) {
            figures.add(BEFORE);
        }
        if (is) {
            figures.add(AFTER);
        }
        if (was && is && difference.isChanged()) {
            figures.add(CHANGED);
        } else if (is && !was) {
            figures.add(difference.before() == null ? NEW : ARRIVED);
        } else if (was && !is) {
            figures.add(
                    difference.after() == null ? ending(difference.lifeAfter().status()) : LEFT);
        }
        if (is && difference.isAdoptedContribution()) {
            figures.add(CONTRIBUTIONS_ADOPTED);
        }
        return figures;
    }

    private static Set<Figure> ofTie(
            Difference difference, boolean was, boolean is, Figure tied, Figure untied) {
        if (is && difference.before() == null) {
            return Set.of(tied);
        }
        return was && difference.after() == null ? Set.of(untied) : Set.of();
    }

    private static Figure ending(Status status) {
        return switch (status) {
            case WITHDRAWN, MODERATED, SUSPENDED, SUPERSEDED, COMPLETED, ABANDONED, CANCELLED ->
                    valueOf(status.name());
            // Nothing goes back from readers to review; if a log says so, it is gone from here.
            case SUBMITTED, RETURNED, TAKEN_BACK -> LEFT;
            case ACTIVE,
                    PUBLISHED,
                    DRAFTING,
                    CONSULTATION,
                    ADOPTED,
                    OPEN,
                    PLANNED,
                    UNDER_WAY,
                    SCHEDULED,
                    HELD ->
                    throw new IllegalArgumentException("It stands: " + status);
        };
    }
}
