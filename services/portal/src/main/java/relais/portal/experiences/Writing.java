package relais.portal.experiences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.WrittenExperience;

/**
 * What a form of the whole card is for, as its page shows it.
 *
 * @param what becomes of it
 * @param address of its page
 * @param id of the draft or experience; null while a draft is new
 * @param reason why the committee returned it
 * @param comments what the committee said of its fields
 */
record Writing(
        Purpose what,
        String address,
        @Nullable String id,
        @Nullable String reason,
        List<Card.Comment> comments) {

    static final String DESK = "/desk/experiences";

    /** What becomes of a card when its form is sent. */
    enum Purpose {
        /** It is kept, and sent to the committee once it was read again. */
        DRAFT,
        /** It goes back to the committee. */
        RESUBMISSION,
        /** What was published reads so from now on. */
        REVISION
    }

    Writing {
        comments = List.copyOf(comments);
    }

    static Writing ofNew() {
        return new Writing(Purpose.DRAFT, DESK + "/new", null, null, List.of());
    }

    static Writing ofDraft(String id) {
        return new Writing(Purpose.DRAFT, DESK + "/drafts/" + id, id, null, List.of());
    }

    /** Of what the committee returned, or its partner took back. */
    static Writing ofResubmission(WrittenExperience returned) {
        return new Writing(
                Purpose.RESUBMISSION,
                DESK + "/" + returned.id() + "/edit",
                returned.id(),
                returned.is("RETURNED") ? returned.reason() : null,
                returned.comments());
    }

    static Writing ofRevision(WrittenExperience published) {
        return new Writing(
                Purpose.REVISION,
                DESK + "/" + published.id() + "/edit",
                published.id(),
                null,
                List.of());
    }

    /** When the service is away, so that nobody knows what the committee said. */
    static Writing unread(Purpose what, String id) {
        return new Writing(what, DESK + "/" + id + "/edit", id, null, List.of());
    }

    public boolean isDraft() {
        return what == Purpose.DRAFT;
    }

    public boolean isRevision() {
        return what == Purpose.REVISION;
    }

    /** What the committee said of a field or of a part of it; null if nothing. */
    public @Nullable String asked(String field) {
        String asked =
                String.join(
                        "\n",
                        comments.stream()
                                .filter(
                                        each ->
                                                each.field().equals(field)
                                                        || each.field().startsWith(field + "["))
                                .map(Card.Comment::comment)
                                .toList());
        return asked.isEmpty() ? null : asked;
    }
}
