package relais.experiences.experience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/** The next state of an experience while one event is being applied. */
final class Successor {

    private final Experience before;
    private Content content;
    private @Nullable PartnerId competentPartner;
    private Status status;
    private @Nullable String reason;
    private List<FieldComment> comments;
    private @Nullable Returned returned;
    private @Nullable LocalDate confirmedOn;
    private Experience.@Nullable Highlight highlight;
    private Set<PartnerId> endorsements;
    private Map<AdoptionId, Adoption> adoptions;

    Successor(Experience before) {
        this.before = before;
        this.content = before.content();
        this.competentPartner = before.competentPartner();
        this.status = before.status();
        this.reason = before.reason();
        this.comments = before.comments();
        this.returned = before.returned();
        this.confirmedOn = before.confirmedOn();
        this.highlight = before.highlight();
        this.endorsements = before.endorsements();
        this.adoptions = before.adoptions();
    }

    void follow(ExperienceEvent event, Instant at) {
        switch (event) {
            case ExperienceEvent.Submitted _ ->
                    throw new IllegalStateException(before.id() + " was submitted already");
            case ExperienceEvent.Returned sentBack -> {
                move(Status.RETURNED, sentBack.reason());
                comments = sentBack.comments();
                returned =
                        new Returned(
                                content,
                                competentPartner,
                                sentBack.reason(),
                                sentBack.comments(),
                                at);
            }
            case ExperienceEvent.Resubmitted resubmitted -> {
                move(Status.SUBMITTED, null);
                content = resubmitted.content();
                competentPartner = resubmitted.competentPartner();
            }
            case ExperienceEvent.TakenBack takenBack -> move(Status.TAKEN_BACK, takenBack.reason());
            case ExperienceEvent.Published _ -> {
                move(Status.PUBLISHED, null);
                returned = null;
            }
            case ExperienceEvent.Revised revised -> content = revised.content();
            case ExperienceEvent.Confirmed confirmed -> confirmedOn = confirmed.confirmedOn();
            case ExperienceEvent.Withdrawn withdrawn -> move(Status.WITHDRAWN, withdrawn.reason());
            case ExperienceEvent.Moderated moderated -> move(Status.MODERATED, moderated.reason());
            case ExperienceEvent.Endorsed endorsed -> {
                endorsements = new HashSet<>(endorsements);
                endorsements.add(endorsed.partner());
            }
            case ExperienceEvent.EndorsementRetracted retracted -> {
                endorsements = new HashSet<>(endorsements);
                endorsements.remove(retracted.partner());
            }
            case ExperienceEvent.Highlighted highlighted ->
                    highlight =
                            new Experience.Highlight(highlighted.headline(), highlighted.until());
            case ExperienceEvent.HighlightRetracted _ -> highlight = null;
            case ExperienceEvent.Adopted adopted ->
                    adoptions =
                            before.adoptionsWith(
                                    new Adoption(
                                            adopted.adoption(),
                                            adopted.partner(),
                                            adopted.territory(),
                                            adopted.adoptedOn(),
                                            null,
                                            null));
            case ExperienceEvent.AdoptionReported reported ->
                    adoptions =
                            before.adoptionsWith(
                                    known(reported.adoption()).reported(reported.reportedOn()));
            case ExperienceEvent.AdoptionEnded ended ->
                    adoptions =
                            before.adoptionsWith(known(ended.adoption()).ended(ended.endedOn()));
        }
    }

    Experience experience() {
        return new Experience(
                before.id(),
                before.owner(),
                before.home(),
                content,
                competentPartner,
                before.externalId(),
                status,
                reason,
                comments,
                returned,
                confirmedOn,
                highlight,
                endorsements,
                adoptions,
                before.submittedAt());
    }

    private void move(Status next, @Nullable String why) {
        status = next;
        reason = why;
        comments = List.of();
    }

    private Adoption known(AdoptionId adoption) {
        return before.adoption(adoption)
                .orElseThrow(() -> new IllegalStateException("No adoption " + adoption));
    }
}
