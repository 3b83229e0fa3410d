package relais.experiences.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Circumstances;
import relais.experiences.domain.Contact;
import relais.experiences.domain.Decision;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceEvent;
import relais.experiences.domain.Refusal;

/** Turns a card into an experience, once: the same id a second time answers what is there. */
public final class SubmitExperience {

    private final Experiences experiences;
    private final Contacts contacts;
    private final GatherCircumstances gather;

    public SubmitExperience(
            Experiences experiences, Contacts contacts, GatherCircumstances gather) {
        this.experiences = experiences;
        this.contacts = contacts;
        this.gather = gather;
    }

    /**
     * @return missing, if the id belongs to another partner's experience
     */
    public Result submit(
            ExperienceCommand.Submit submit, @Nullable Contact contact, Request request) {
        Optional<Stored> existing = experiences.find(submit.id());
        if (existing.isPresent()) {
            return repeated(existing.get(), contact, request);
        }
        Circumstances circumstances = gather.of(request, submit, null);
        List<Refusal> refusals = new ArrayList<>();
        List<ExperienceEvent> events = new ArrayList<>();
        switch (Experience.decide(null, submit, circumstances)) {
            case Decision.Refused refused -> refusals.addAll(refused.refusals());
            case Decision.Accepted accepted -> events.addAll(accepted.events());
        }
        if (contact != null) {
            refusals.addAll(contact.refusals());
        }
        if (!refusals.isEmpty()) {
            return new Result.Refused(refusals);
        }
        Change change = Change.of(null, events, request, circumstances.at());
        if (!experiences.create(change)) {
            // Ten identical requests at once: nine of them come here.
            return experiences
                    .find(submit.id())
                    .map(stored -> repeated(stored, contact, request))
                    .orElseGet(() -> new Result.Missing(submit.id().value()));
        }
        keep(submit, contact);
        return new Result.Done(change.stored(), false);
    }

    /** What {@link #submit} would refuse now of what is not submitted yet; it does nothing. */
    List<Refusal> rehearse(
            ExperienceCommand.Submit submit, @Nullable Contact contact, Request request) {
        List<Refusal> refusals = new ArrayList<>();
        if (Experience.decide(null, submit, gather.of(request, submit, null))
                instanceof Decision.Refused refused) {
            refusals.addAll(refused.refusals());
        }
        if (contact != null) {
            refusals.addAll(contact.refusals());
        }
        return refusals;
    }

    private Result repeated(Stored stored, @Nullable Contact contact, Request request) {
        Experience experience = stored.experience();
        if (!request.actor().actsFor(experience.owner())) {
            return new Result.Missing(experience.id().value());
        }
        // A crash may have come between the experience and its contact.
        if (contact != null
                && !contact.isEmpty()
                && contact.refusals().isEmpty()
                && contacts.find(experience.id()).isEmpty()) {
            contacts.put(experience.id(), contact);
        }
        return new Result.Done(stored, true);
    }

    private void keep(ExperienceCommand.Submit submit, @Nullable Contact contact) {
        if (contact != null && !contact.isEmpty()) {
            contacts.put(submit.id(), contact);
        }
    }
}
