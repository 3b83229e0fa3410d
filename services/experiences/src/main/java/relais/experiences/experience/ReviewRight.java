package relais.experiences.experience;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;

/**
 * Reviewing is shared, or it does not scale: the committee anywhere, an académie at home. What a
 * member of the committee posts itself is judged by the other members.
 */
final class ReviewRight {

    private ReviewRight() {}

    static boolean holds(
            Actor actor,
            @Nullable Partner acting,
            Experience experience,
            Circumstances circumstances) {
        if (actor.is(Role.COMMITTEE)) {
            return true;
        }
        if (sitsBeside(actor, acting, experience)) {
            return true;
        }
        return isAcademie(actor, acting)
                && acting != null
                && circumstances.isWithin(experience.content().territory(), acting.territory());
    }

    /**
     * Whether someone acts for a member of the committee, and another partner of the State posted
     * it. Nobody else is filed under the State; what a local authority posts is judged at its
     * place.
     */
    static boolean sitsBeside(Actor actor, @Nullable Partner acting, Experience experience) {
        return actor.is(Role.PARTNER)
                && acting != null
                && acting.isSignatory()
                && !experience.isOwnedBy(actor)
                && experience.home().equals(Experience.STATE);
    }

    private static boolean isAcademie(Actor actor, @Nullable Partner acting) {
        return actor.is(Role.PARTNER) && acting != null && acting.kind() == PartnerKind.ACADEMIE;
    }
}
