package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a partner writes about an experience. In a draft anything may be absent; only drafts have a
 * contact, only revisions a summary. Dates are ISO days, as they were typed.
 *
 * @param competentPartner id of the partner that answers for this level of school, where it is
 *     another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperienceText(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        @Nullable String audience,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        List<String> partnersInvolved,
        Card.@Nullable Means means,
        @Nullable Results results,
        @Nullable String difficulties,
        @Nullable String transfer,
        List<Card.Link> links,
        @Nullable Boolean licenceAccepted,
        @Nullable String competentPartner,
        @Nullable Contact contact,
        @Nullable String summary) {

    /** The same as a resubmission takes it: whom to ask is known since the first one. */
    public ExperienceText resubmitted() {
        return with(competentPartner, null);
    }

    /** The same as a revision takes it: who is competent does not change any more. */
    public ExperienceText revised() {
        return with(null, summary);
    }

    /**
     * The same as readers of its card see it. What is no day yet, or has no words yet, is left out.
     *
     * @param competent the partner that answers for it, with its name
     * @param comments what its reviewers said of its fields
     */
    public Card.Experience onCard(@Nullable Named competent, List<Card.Comment> comments) {
        return new Card.Experience(
                competent,
                audience,
                day(startedOn),
                day(endedOn),
                problem,
                action,
                partnersInvolved,
                means,
                onCard(results),
                difficulties,
                transfer,
                links.stream().map(ExperienceText::onCard).toList(),
                Boolean.TRUE.equals(licenceAccepted) ? "LO-2.0" : null,
                List.of(),
                List.of(),
                comments);
    }

    private static Card.@Nullable Results onCard(@Nullable Results results) {
        return results == null || results.text() == null
                ? null
                : new Card.Results(
                        Objects.requireNonNullElse(results.kind(), "EXPECTED"), results.text());
    }

    private static Card.Link onCard(Card.Link link) {
        String url = Objects.requireNonNullElse(link.url(), "");
        return new Card.Link(Objects.requireNonNullElse(link.label(), url), url);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private ExperienceText with(@Nullable String competent, @Nullable String why) {
        return new ExperienceText(
                title,
                preview,
                territory,
                level,
                axes,
                tags,
                audience,
                startedOn,
                endedOn,
                problem,
                action,
                partnersInvolved,
                means,
                results,
                difficulties,
                transfer,
                links,
                licenceAccepted,
                competent,
                null,
                why);
    }

    /** What came of it: {@code MEASURED} or {@code EXPECTED}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Results(@Nullable String kind, @Nullable String text) {}

    /**
     * Whom one may ask; it is never published.
     *
     * @param visibleTo {@code COMMITTEE} or {@code PARTNERS}
     */
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
