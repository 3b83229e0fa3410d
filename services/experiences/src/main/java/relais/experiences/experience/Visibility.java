package relais.experiences.experience;

import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

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
            return experience.isOwnedBy(actor)
                    || actor.is(Role.COMMITTEE)
                    || actor.is(Role.OPERATOR);
        }
        return experience.isOwnedBy(actor)
                || ReviewRight.holds(actor, circumstances.acting(), experience, circumstances);
    }

    public static boolean isVisible(Experience experience, Circumstances circumstances) {
        return experience.status().isPublic() || isFull(experience, circumstances);
    }
}
