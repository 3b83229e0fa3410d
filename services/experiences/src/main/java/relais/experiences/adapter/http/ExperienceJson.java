package relais.experiences.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.ReadExperiences;
import relais.experiences.application.Stored;
import relais.experiences.domain.Contact;
import relais.experiences.domain.Experience;
import relais.experiences.domain.FieldComment;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.Returned;
import relais.experiences.domain.Status;

/**
 * An experience as this service shows it. Once it is withdrawn or moderated, a tombstone without
 * the card's text, but for its owner, the committee and operators.
 *
 * @param returned what it was when it was last sent back, while it waits for review again; for its
 *     owner and its reviewers, absent in lists
 */
record ExperienceJson(
        String id,
        long version,
        String status,
        String partner,
        @JsonUnwrapped @Nullable ContentJson content,
        @Nullable String competentPartner,
        @Nullable String externalId,
        @Nullable String reason,
        @Nullable List<CommentJson> comments,
        @Nullable LocalDate confirmedOn,
        @Nullable HighlightJson highlight,
        @Nullable List<String> endorsements,
        @Nullable List<AdoptionJson> adoptions,
        Instant submittedAt,
        Instant updatedAt,
        @Nullable ReturnedJson returned,
        @Nullable ContactJson contact) {

    record CommentJson(String field, String comment) {}

    record ReturnedJson(
            @JsonUnwrapped ContentJson content,
            @Nullable String competentPartner,
            String reason,
            List<CommentJson> comments,
            Instant returnedAt) {}

    /** What is put forward at the time of reading. */
    record HighlightJson(@Nullable String headline, @Nullable LocalDate until) {}

    record AdoptionJson(
            String id,
            String partner,
            String territory,
            LocalDate adoptedOn,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate endedOn) {}

    /**
     * @param today a highlight that ended before is not shown
     */
    static ExperienceJson of(ReadExperiences.Reading reading, LocalDate today) {
        Experience experience = reading.stored().experience();
        return of(reading, reading.full() ? returned(experience) : null, today);
    }

    /** Without what was returned. */
    static ExperienceJson listed(ReadExperiences.Reading reading, LocalDate today) {
        return of(reading, null, today);
    }

    private static ExperienceJson of(
            ReadExperiences.Reading reading, @Nullable ReturnedJson returned, LocalDate today) {
        return reading.stored().experience().status().hidesText() && !reading.full()
                ? tombstone(reading.stored())
                : whole(reading.stored(), reading.full(), returned, reading.contact(), today);
    }

    private static ExperienceJson whole(
            Stored stored,
            boolean full,
            @Nullable ReturnedJson returned,
            @Nullable Contact contact,
            LocalDate today) {
        Experience experience = stored.experience();
        return new ExperienceJson(
                experience.id().value(),
                stored.version(),
                experience.status().name(),
                experience.owner().value(),
                ContentJson.of(experience.content()),
                text(experience.competentPartner()),
                experience.externalId(),
                experience.reason(),
                full ? comments(experience.comments()) : null,
                experience.confirmedOn(),
                highlight(experience, today),
                experience.endorsements().stream().map(PartnerId::value).sorted().toList(),
                adoptions(experience),
                experience.submittedAt(),
                experience.lastEventAt(),
                returned,
                ContactJson.of(contact));
    }

    private static ExperienceJson tombstone(Stored stored) {
        Experience experience = stored.experience();
        return new ExperienceJson(
                experience.id().value(),
                stored.version(),
                experience.status().name(),
                experience.owner().value(),
                null,
                null,
                null,
                experience.reason(),
                null,
                null,
                null,
                null,
                null,
                experience.submittedAt(),
                experience.lastEventAt(),
                null,
                null);
    }

    private static @Nullable ReturnedJson returned(Experience experience) {
        Returned returned = experience.returned();
        return returned == null || experience.status() != Status.SUBMITTED
                ? null
                : new ReturnedJson(
                        ContentJson.of(returned.content()),
                        text(returned.competentPartner()),
                        returned.reason(),
                        comments(returned.comments()),
                        returned.at());
    }

    private static List<CommentJson> comments(List<FieldComment> comments) {
        return comments.stream()
                .map(comment -> new CommentJson(comment.field(), comment.comment()))
                .toList();
    }

    private static @Nullable HighlightJson highlight(Experience experience, LocalDate today) {
        Experience.Highlight highlight = experience.highlight();
        return highlight == null || !experience.isPutForwardOn(today)
                ? null
                : new HighlightJson(highlight.headline(), highlight.until());
    }

    private static List<AdoptionJson> adoptions(Experience experience) {
        return experience.adoptions().values().stream()
                .map(
                        adoption ->
                                new AdoptionJson(
                                        adoption.id().value(),
                                        adoption.partner().value(),
                                        adoption.territory().value(),
                                        adoption.adoptedOn(),
                                        adoption.reportedOn(),
                                        adoption.endedOn()))
                .sorted(
                        Comparator.comparing(AdoptionJson::adoptedOn)
                                .thenComparing(AdoptionJson::id))
                .toList();
    }

    private static @Nullable String text(@Nullable PartnerId partner) {
        return partner == null ? null : partner.value();
    }
}
