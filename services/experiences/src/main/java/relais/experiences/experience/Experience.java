package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;

/**
 * One experience from its submission on: the sum of its events. {@link #apply} is the only way it
 * changes.
 *
 * @param home where its events are filed; never changes, whatever the owner becomes
 * @param reason why it was returned, withdrawn or moderated, while it is
 * @param returned what the last return was about, until the experience is published
 * @param submittedAt the first submission: the place in the review queue
 */
public record Experience(
        ExperienceId id,
        PartnerId owner,
        TerritoryCode home,
        Content content,
        @Nullable PartnerId competentPartner,
        @Nullable String externalId,
        Status status,
        @Nullable String reason,
        List<FieldComment> comments,
        @Nullable Returned returned,
        @Nullable LocalDate confirmedOn,
        @Nullable Highlight highlight,
        Set<PartnerId> endorsements,
        @StoredField(keyedBy = "id") Map<AdoptionId, Adoption> adoptions,
        Instant submittedAt) {

    /** Where ministries and national bodies are filed. */
    static final TerritoryCode STATE = new TerritoryCode("pays:FR");

    /** What the committee puts forward, until a day included when there is one. */
    public record Highlight(@Nullable String headline, @Nullable LocalDate until) {}

    public Experience {
        comments = List.copyOf(comments);
        endorsements = Set.copyOf(endorsements);
        adoptions = Map.copyOf(adoptions);
    }

    boolean isOwnedBy(Actor actor) {
        return owner.equals(actor.partner());
    }

    /**
     * Whether someone sees the whole of it: its owner and those who review it; once its text is
     * hidden, its owner, the committee and operators.
     */
    boolean isFullFor(Circumstances context) {
        Actor actor = context.actor();
        return isOwnedBy(actor)
                || (status.hidesText()
                        ? actor.is(Role.COMMITTEE) || actor.is(Role.OPERATOR)
                        : ReviewRight.holds(actor, context.acting(), this, context));
    }

    /** Everyone may see it once it was published; before that, who works on it. */
    boolean isVisibleTo(Circumstances context) {
        return status.isPublic() || isFullFor(context);
    }

    /** Whether the committee puts it forward on this day. */
    public boolean isPutForwardOn(LocalDate day) {
        return highlight != null && (highlight.until() == null || !highlight.until().isBefore(day));
    }

    /** The files of its card, and of the one that was sent back while it is reviewed again. */
    public Stream<String> files() {
        return returned == null
                ? content.files()
                : Stream.concat(content.files(), returned.content().files());
    }

    /** From when on others may do the same: its own first day, or that of its submission. */
    LocalDate beganOn() {
        LocalDate started = content.startedOn();
        return started == null ? DecisionContext.dayOf(submittedAt) : started;
    }

    public Optional<Adoption> adoption(AdoptionId adoption) {
        return Optional.ofNullable(adoptions.get(adoption));
    }

    public Optional<Adoption> ongoingAdoptionOf(@Nullable PartnerId partner) {
        return adoptions.values().stream()
                .filter(adoption -> adoption.ongoing() && adoption.partner().equals(partner))
                .findFirst();
    }

    /**
     * The experience after one more event.
     *
     * @param before absent for the submission only
     * @param at the event's time
     */
    public static Experience apply(@Nullable Experience before, ExperienceEvent event, Instant at) {
        if (event instanceof ExperienceEvent.Submitted submitted) {
            return new Experience(
                    submitted.id(),
                    submitted.owner(),
                    submitted.home(),
                    submitted.content(),
                    submitted.competentPartner(),
                    submitted.externalId(),
                    Status.SUBMITTED,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    Set.of(),
                    Map.of(),
                    at);
        }
        Successor next = new Successor(requireNonNull(before, "an event before the submission"));
        next.follow(event, at);
        return next.experience();
    }

    Map<AdoptionId, Adoption> adoptionsWith(Adoption adoption) {
        Map<AdoptionId, Adoption> after = new LinkedHashMap<>(adoptions);
        after.put(adoption.id(), adoption);
        return after;
    }
}
