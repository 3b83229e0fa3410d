package relais.experiences.experience;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;

/** What is possible given what happened before. */
final class HistoryRules {

    private HistoryRules() {}

    static Stream<Refusal> isNew(@Nullable Experience experience) {
        return Refusal.when(experience != null, Refusal.conflict("id", "already-submitted"));
    }

    static Stream<Refusal> is(Status status, @Nullable Experience experience) {
        return isIn(status, status, experience);
    }

    static Stream<Refusal> isIn(Status first, Status second, @Nullable Experience experience) {
        return experience == null
                ? Stream.of(Refusal.notFound("id", "experience-unknown"))
                : Refusal.when(
                        experience.status() != first && experience.status() != second,
                        Refusal.conflict("status", "status-forbids", experience.status(), first));
    }

    static Stream<Refusal> endorsedOnce(@Nullable Experience experience, Circumstances context) {
        return Refusal.when(
                endorsed(experience, context), Refusal.conflict("partner", "already-endorsed"));
    }

    static Stream<Refusal> retractsWhatItEndorsed(
            @Nullable Experience experience, Circumstances context) {
        return Refusal.when(
                !endorsed(experience, context), Refusal.conflict("partner", "not-endorsed"));
    }

    private static boolean endorsed(@Nullable Experience experience, Circumstances context) {
        PartnerId partner = context.actor().partner();
        return experience != null && partner != null && experience.endorsements().contains(partner);
    }

    /** What is put forward no longer, or never was, cannot be taken back. */
    static Stream<Refusal> isPutForward(@Nullable Experience experience, Circumstances context) {
        return Refusal.when(
                experience != null && !experience.isPutForwardOn(context.day()),
                Refusal.conflict("highlight", "not-highlighted"));
    }

    /** A partner adopts again only after it ended its last adoption. */
    static Stream<Refusal> adoptedOnceAtATime(
            @Nullable Experience experience, AdoptionId adoption, Circumstances context) {
        return experience == null
                ? Stream.empty()
                : Stream.concat(
                        experience.ongoingAdoptionOf(context.actor().partner()).stream()
                                .map(
                                        ongoing ->
                                                Refusal.conflict(
                                                        "partner",
                                                        "already-adopted",
                                                        ongoing.id().value())),
                        experience.adoption(adoption).stream()
                                .map(_ -> Refusal.conflict("adoptionRef", "adoption-id-taken")));
    }

    static Stream<Refusal> itsOwnOngoingAdoption(
            @Nullable Experience experience, AdoptionId id, Circumstances context) {
        if (experience == null) {
            return Stream.empty();
        }
        Adoption adoption = experience.adoptions().get(id);
        if (adoption == null) {
            return Stream.of(Refusal.notFound("adoption", "adoption-unknown"));
        }
        if (!adoption.partner().equals(context.actor().partner())) {
            return Stream.of(Refusal.forbidden("partner", "adopter-only"));
        }
        return Refusal.when(!adoption.ongoing(), Refusal.conflict("adoption", "adoption-ended"));
    }

    /** Nobody does the same before it is done: the day counts also when it is not typed. */
    static Stream<Refusal> adoptedAfterItBegan(
            @Nullable Experience experience, @Nullable String adoptedOn, Circumstances context) {
        DayRule past = new DayRule(LocalDate.EPOCH, context.today());
        if (experience == null || past.check("adoptedOn", adoptedOn).findAny().isPresent()) {
            return past.check("adoptedOn", adoptedOn);
        }
        LocalDate began = experience.beganOn();
        return Refusal.when(
                DayRule.parse(adoptedOn).orElseGet(context::day).isBefore(began),
                Refusal.invalid("adoptedOn", "before-the-experience", began));
    }

    /** What came of an adoption is another card, which the adopter has posted and anyone reads. */
    static Stream<Refusal> itsOwnExperience(
            @Nullable Experience experience, @Nullable String named, Circumstances context) {
        Experience own = context.named();
        return Refusal.when(
                named != null
                        && (own == null
                                || !own.id().value().equals(named)
                                || !own.owner().equals(context.actor().partner())
                                || own.status() != Status.PUBLISHED
                                || (experience != null && own.id().equals(experience.id()))),
                Refusal.invalid("ownExperience", "not-own-experience"));
    }

    /** Until today, from the first day of an adoption on. */
    static DayRule sinceAdopted(
            @Nullable Experience experience, AdoptionId id, Circumstances context) {
        return new DayRule(
                Optional.ofNullable(experience)
                        .flatMap(known -> known.adoption(id))
                        .map(Adoption::adoptedOn)
                        .orElse(LocalDate.EPOCH),
                context.today());
    }
}
