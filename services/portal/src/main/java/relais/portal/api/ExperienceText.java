package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a partner writes about an experience. In a draft anything may be absent; only drafts have a
 * contact, only revisions a summary.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperienceText(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Nullable String level,
        @Nullable String competentPartner,
        List<String> axes,
        List<String> tags,
        @JsonUnwrapped ExperienceContent content,
        @Nullable Boolean licenceAccepted,
        @Nullable Contact contact,
        @Nullable String summary) {

    /** The fields of the card, in the order of the page. */
    public static Stream<String> cardFields() {
        return FieldPaths.of(ExperienceText.class)
                .takeWhile(field -> !field.equals("licenceAccepted"));
    }

    /**
     * The same as readers of its card see it.
     *
     * @param competent the partner that answers for it, with its name
     * @param comments what its reviewers said of its fields
     */
    public Card.Experience onCard(@Nullable Named competent, List<Card.Comment> comments) {
        return new Card.Experience(
                competent,
                content.shown(),
                Boolean.TRUE.equals(licenceAccepted) ? "LO-2.0" : null,
                List.of(),
                List.of(),
                comments);
    }

    /** Whom one may ask; it is never published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @Nullable String name, @Nullable String email, @Nullable String visibleTo) {

        /** Whether partners may read it, and not the committee alone. */
        public boolean isForPartners() {
            return "PARTNERS".equals(visibleTo);
        }

        /** People's names do not belong into a log. */
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
