package relais.contributions.contribution;

import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;

/**
 * Who may read a contribution: the committee from its opening, everyone from its first consultation
 * on, whatever becomes of it.
 */
final class Visibility {

    private Visibility() {}

    public static boolean isVisible(Contribution contribution, Circumstances circumstances) {
        return contribution.isPublic()
                || circumstances.isSecretary()
                || circumstances.actor().is(Role.SERVICE)
                || circumstances.isOfASignatory()
                || isDrafter(contribution, circumstances.actor());
    }

    /** Whether someone writes the text: also who may see the working copy of it. */
    public static boolean isDrafter(Contribution contribution, Actor actor) {
        return contribution.drafters().stream().anyMatch(actor::actsFor);
    }
}
