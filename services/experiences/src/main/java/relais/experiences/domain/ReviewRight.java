package relais.experiences.domain;

import org.jspecify.annotations.Nullable;

/** Reviewing is shared, or it does not scale: the committee anywhere, an académie at home. */
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
        return isAcademie(actor, acting)
                && acting != null
                && circumstances.isWithin(experience.content().territory(), acting.territory());
    }

    private static boolean isAcademie(Actor actor, @Nullable Partner acting) {
        return actor.is(Role.PARTNER) && acting != null && acting.kind() == PartnerKind.ACADEMIE;
    }
}
