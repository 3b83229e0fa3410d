package relais.experiences.domain;

/** Who may see an experience. Everyone, once it was published; before that, who works on it. */
public final class Visibility {

    private Visibility() {}

    /**
     * Whether someone sees the whole of it: its owner and those who review it; once its text is
     * hidden, its owner, the committee and operators.
     */
    public static boolean isFull(Experience experience, Circumstances circumstances) {
        Actor actor = circumstances.actor();
        if (experience.status().hidesText()) {
            return actor.actsFor(experience.owner())
                    || actor.is(Role.COMMITTEE)
                    || actor.is(Role.OPERATOR);
        }
        return actor.actsFor(experience.owner())
                || ReviewRight.holds(actor, circumstances.acting(), experience, circumstances);
    }

    public static boolean isVisible(Experience experience, Circumstances circumstances) {
        return experience.status().isPublic() || isFull(experience, circumstances);
    }
}
