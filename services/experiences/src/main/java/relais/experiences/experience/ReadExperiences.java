package relais.experiences.experience;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;

/** What people read here: their own, what they review, and what was published. */
public record ReadExperiences(
        Experiences experiences, Contacts contacts, GatherCircumstances gather) {

    /**
     * @param full whether the reader is its owner or one of its reviewers
     * @param contact for its owner and the committee, and for partners if its owner wants that
     */
    public record Reading(Stored<Experience> stored, boolean full, @Nullable Contact contact) {}

    /** Which list. */
    public enum Scope {
        OWN,
        REVIEW
    }

    /** Empty if there is none that this reader may know of. */
    public Optional<Reading> read(ExperienceId id, Actor reader) {
        Circumstances circumstances = gather.ofReading(inStanding(reader));
        return experiences
                .find(id.value())
                .filter(stored -> stored.state().isVisibleTo(circumstances))
                .map(stored -> reading(stored, circumstances));
    }

    private Reading reading(Stored<Experience> stored, Circumstances circumstances) {
        Actor reader = circumstances.actor();
        boolean full = stored.state().isFullFor(circumstances);
        Contact contact =
                contacts.find(stored.state().id())
                        .filter(found -> mayRead(found, stored.state(), full, reader))
                        .orElse(null);
        return new Reading(stored, full, contact);
    }

    /** Whether a reader sees the whole of an experience, as one of those who work on it. */
    public boolean isFullFor(Experience experience, Actor reader) {
        return experience.isFullFor(gather.ofReading(inStanding(reader)));
    }

    private static boolean mayRead(
            Contact contact, Experience experience, boolean full, Actor reader) {
        boolean shown = full || experience.status() == Status.PUBLISHED;
        return reader.is(Role.COMMITTEE)
                || experience.isOwnedBy(reader)
                || (shown && contact.forPartners() && reader.is(Role.PARTNER));
    }

    /** Someone who reviews sees the queue unless they ask for their own; the others see theirs. */
    public Scope usualScope(Actor reader) {
        return reader.is(Role.COMMITTEE) || academie(reader).isPresent() ? Scope.REVIEW : Scope.OWN;
    }

    /** Empty when the reader has no right to that scope. */
    public Optional<Experiences.Selection> selection(
            Actor reader, Scope scope, @Nullable Status status) {
        return switch (scope) {
            case OWN ->
                    Optional.ofNullable(reader.partner())
                            .map(owner -> new Experiences.Selection(owner, null, null, status));
            case REVIEW -> {
                Status wanted = status == null ? Status.SUBMITTED : status;
                if (reader.is(Role.COMMITTEE)) {
                    yield Optional.of(new Experiences.Selection(null, null, null, wanted));
                }
                Partner acting = gather.ofReading(reader).acting();
                if (!reader.is(Role.PARTNER) || acting == null) {
                    yield Optional.empty();
                }
                if (acting.isSignatory()) {
                    yield Optional.of(
                            new Experiences.Selection(null, Experience.STATE, null, wanted));
                }
                yield academie(reader)
                        .map(
                                academie ->
                                        new Experiences.Selection(
                                                null, null, academie.territory(), wanted));
            }
        };
    }

    /** Entries of a selection made by {@link #selection} for this reader, without contacts. */
    public List<Reading> list(
            Actor reader,
            Experiences.Selection selection,
            Experiences.@Nullable Position after,
            int limit) {
        Circumstances circumstances = gather.ofReading(inStanding(reader));
        return experiences.list(selection, after, limit).stream()
                .map(stored -> new Reading(stored, stored.state().isFullFor(circumstances), null))
                .toList();
    }

    /**
     * Forgets whom to ask about an experience.
     *
     * @return false if the caller does not own it
     */
    public boolean eraseContact(ExperienceId id, Actor actor) {
        Actor standing = inStanding(actor);
        boolean owner =
                experiences
                        .find(id.value())
                        .filter(stored -> stored.state().isOwnedBy(standing))
                        .isPresent();
        if (owner) {
            contacts.erase(id);
        }
        return owner;
    }

    /** Why this reader has no list of its own today; empty if it may have one. */
    public List<Refusal> refusals(Actor reader) {
        return Standing.refusals(gather.ofReading(reader)).toList();
    }

    /** Who may not act today reads as anyone does. */
    private Actor inStanding(Actor reader) {
        return refusals(reader).isEmpty() ? reader : new Actor(reader.mandate(), null, Set.of());
    }

    private Optional<Partner> academie(Actor reader) {
        return reader.is(Role.PARTNER)
                ? Optional.ofNullable(gather.ofReading(reader).acting())
                        .filter(partner -> partner.kind() == PartnerKind.ACADEMIE)
                : Optional.empty();
    }
}
