package relais.experiences.experience;

import java.util.List;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;

/** Turns a card into an experience, and keeps its contact beside it. */
public record SubmitExperience(
        ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change,
        Contacts contacts,
        GatherCircumstances gather) {

    private static final ExperienceRules TYPE = new ExperienceRules();

    public Result<Experience> submit(ExperienceCommand.Submit submit, Request request) {
        return withContact(submit, change.create(submit.id().value(), submit, request));
    }

    /** The same of one whose id was made for this request. */
    Result<Experience> submitNew(ExperienceCommand.Submit submit, Request request) {
        return withContact(submit, change.createNew(submit.id().value(), submit, request));
    }

    private Result<Experience> withContact(
            ExperienceCommand.Submit submit, Result<Experience> result) {
        Contact contact = submit.card().contact();
        if (result instanceof Result.Done<Experience> done
                && contact != null
                && !contact.namesNobody()
                && (!done.repeated() || isMissing(submit.id(), contact))) {
            contacts.put(submit.id(), contact);
        }
        return result;
    }

    /** A crash may have come between the experience and its contact. */
    private boolean isMissing(ExperienceId id, Contact contact) {
        return contact.refusals().findAny().isEmpty() && contacts.find(id).isEmpty();
    }

    /** What {@link #submit} would refuse now of what is not submitted yet; it does nothing. */
    public List<Refusal> rehearse(ExperienceCommand.Submit submit, Actor actor) {
        return TYPE.rehearse(submit, gather.now(submit, actor));
    }
}
