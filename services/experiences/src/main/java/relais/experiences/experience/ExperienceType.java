package relais.experiences.experience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;

/** What the engine of aggregates has to know of experiences. */
public final class ExperienceType
        implements AggregateType<Experience, ExperienceCommand, ExperienceEvent, Circumstances> {

    @Override
    public Decision<ExperienceEvent> decide(
            @Nullable Experience before, ExperienceCommand command, Circumstances circumstances) {
        Case judged = new Case(before, command, circumstances);
        return Decision.unless(
                Policy.of(command).stream().flatMap(policy -> policy.check(judged)),
                () -> Outcome.of(command, circumstances));
    }

    @Override
    public Experience apply(@Nullable Experience before, ExperienceEvent event, Moment moment) {
        return Experience.apply(before, event, moment.at());
    }

    @Override
    public boolean isCreator(Experience experience, Actor actor) {
        return experience.owner().equals(actor.partner());
    }

    /** Of a report the state keeps the day alone, and its text may be another one: each counts. */
    @Override
    public boolean isUnchanged(Experience before, ExperienceCommand command, Experience after) {
        return !(command instanceof ExperienceCommand.ReportAdoption) && after.equals(before);
    }

    @Override
    public boolean isVisible(Experience experience, Circumstances circumstances) {
        return Visibility.isVisible(experience, circumstances);
    }

    /** What the submission of a card would be refused for now. */
    List<Refusal> rehearse(ExperienceCommand.Submit submit, Circumstances circumstances) {
        return decide(null, submit, circumstances) instanceof Decision.Refused<?> refused
                ? refused.refusals()
                : List.of();
    }
}
