package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * An experience as this service shows it. Once it is withdrawn or moderated, a tombstone without
 * the card's text, but for its owner, the committee and operators.
 *
 * @param highlight what is put forward at the time of reading
 * @param returned what it was when it was last sent back, while it waits for review again; for its
 *     owner and its reviewers, absent in lists
 */
record ExperienceJson(
        ExperienceId id,
        long version,
        Status status,
        PartnerId partner,
        @JsonUnwrapped @Nullable Content content,
        @Nullable PartnerId competentPartner,
        @Nullable String externalId,
        @Nullable String reason,
        @Nullable List<FieldComment> comments,
        @Nullable LocalDate confirmedOn,
        Experience.@Nullable Highlight highlight,
        @Nullable List<PartnerId> endorsements,
        @Nullable List<Adoption> adoptions,
        Instant submittedAt,
        Instant updatedAt,
        @Nullable Returned returned,
        @Nullable Contact contact) {

    /**
     * @param today a highlight that ended before is not shown
     */
    static ExperienceJson of(ReadExperiences.Reading reading, LocalDate today) {
        Experience experience = reading.stored().state();
        boolean again = reading.full() && experience.status() == Status.SUBMITTED;
        return of(reading, again ? experience.returned() : null, today);
    }

    /** Without what was returned. */
    static ExperienceJson listed(ReadExperiences.Reading reading, LocalDate today) {
        return of(reading, null, today);
    }

    private static ExperienceJson of(
            ReadExperiences.Reading reading, @Nullable Returned returned, LocalDate today) {
        Experience experience = reading.stored().state();
        boolean tombstone = experience.status().hidesText() && !reading.full();
        return new ExperienceJson(
                experience.id(),
                reading.stored().version(),
                experience.status(),
                experience.owner(),
                tombstone ? null : experience.content(),
                tombstone ? null : experience.competentPartner(),
                tombstone ? null : experience.externalId(),
                experience.reason(),
                reading.full() ? experience.comments() : null,
                tombstone ? null : experience.confirmedOn(),
                tombstone || !experience.isPutForwardOn(today) ? null : experience.highlight(),
                tombstone ? null : endorsements(experience),
                tombstone ? null : adoptions(experience),
                experience.submittedAt(),
                reading.stored().lastEventAt(),
                returned,
                Contact.shown(reading.contact()));
    }

    private static List<PartnerId> endorsements(Experience experience) {
        return experience.endorsements().stream()
                .sorted(Comparator.comparing(PartnerId::value))
                .toList();
    }

    private static List<Adoption> adoptions(Experience experience) {
        return experience.adoptions().values().stream()
                .sorted(
                        Comparator.comparing(Adoption::adoptedOn)
                                .thenComparing(adoption -> adoption.id().value()))
                .toList();
    }
}
