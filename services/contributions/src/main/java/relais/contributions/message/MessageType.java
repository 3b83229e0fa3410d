package relais.contributions.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/** Messages, for the use cases that all aggregates share. */
public final class MessageType implements NeedingType<Message, MessageCommand, MessageEvent> {

    @Override
    public Needs needs(@Nullable Message before, MessageCommand command) {
        return switch (command) {
            case MessageCommand.Post post -> needs(post.draft());
            case MessageCommand.Redact _ -> Needs.NOTHING;
        };
    }

    static Needs needs(MessageCommand.Draft draft) {
        String subject = draft.subject();
        return subject == null ? Needs.NOTHING : Needs.NOTHING.withCards(Set.of(subject));
    }

    @Override
    public Decision<MessageEvent> decide(
            @Nullable Message before, MessageCommand command, Circumstances circumstances) {
        return MessageDecision.of(before, command, circumstances);
    }

    @Override
    public Message apply(@Nullable Message before, MessageEvent event, Moment moment) {
        return Message.apply(before, event, moment);
    }

    @Override
    public boolean isCreator(Message state, Actor actor) {
        return state.author().mandate().equals(actor.mandate())
                && state.author().partner().equals(actor.partner());
    }
}
