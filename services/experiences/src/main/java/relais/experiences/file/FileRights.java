package relais.experiences.file;

import java.util.List;
import java.util.Set;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ReadExperiences;
import relais.experiences.experience.Status;

/** Who may send a file, who may see it, and who may have it erased. */
public record FileRights(
        FilesOnCards cards, MongoUploadedFiles uploads, ReadExperiences experiences) {

    /** Everyone, while it is on a card that everyone reads; before that, who works on the card. */
    boolean mayRead(String hash, Actor reader) {
        List<Experience> on = cards.of(hash);
        return on.stream().anyMatch(FileRights::isPublic)
                || sent(hash, reader)
                || on.stream().anyMatch(card -> experiences.isFullFor(card, reader));
    }

    /** Whose it is, and the committee and operators, who are written to by those who are in it. */
    boolean mayErase(String hash, Actor actor) {
        return actor.is(Role.COMMITTEE)
                || actor.is(Role.OPERATOR)
                || sent(hash, actor)
                || cards.of(hash).stream().anyMatch(card -> card.owner().equals(actor.partner()));
    }

    /** Its own people send files for its cards, and operators, who import them for any partner. */
    static boolean maySendFor(PartnerId partner, Actor actor) {
        return partner.equals(actor.partner()) || actor.is(Role.OPERATOR);
    }

    /** Who acts for this partner when that is so. */
    static Actor sender(PartnerId partner, Actor actor) {
        return partner.equals(actor.partner())
                ? actor
                : new Actor(actor.mandate(), partner, Set.of(Role.PARTNER));
    }

    private boolean sent(String hash, Actor actor) {
        return actor.partner() != null && !uploads.of(actor.partner(), Set.of(hash)).isEmpty();
    }

    private static boolean isPublic(Experience experience) {
        return experience.status() == Status.PUBLISHED;
    }
}
