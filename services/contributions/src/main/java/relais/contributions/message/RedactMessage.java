package relais.contributions.message;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

/** Hides the text of a message for good; that there was one stays visible. */
public record RedactMessage(
        Aggregates<Message, MessageEvent> messages,
        ChangeAggregate<Message, MessageCommand, MessageEvent> change,
        Subjects subjects) {

    /**
     * Missing, if the caller may not know of the thread. Authors reach their own message and the
     * secretariat any, also when the card is no longer shown.
     */
    public Result<Message> redact(
            MessageId id,
            @Nullable Long expectedVersion,
            MessageCommand.Redact command,
            Request request) {
        boolean visible =
                messages.find(id.value())
                        .map(Stored::state)
                        .filter(message -> isVisible(message, request.actor()))
                        .isPresent();
        return visible
                ? change.change(id.value(), expectedVersion, command, request)
                : new Result.Missing<>(id.value());
    }

    private boolean isVisible(Message message, Actor actor) {
        return message.isOf(actor)
                || actor.is(Role.COMMITTEE)
                || subjects.isVisible(message.subject(), actor);
    }
}
