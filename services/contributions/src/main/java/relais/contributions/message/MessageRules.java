package relais.contributions.message;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.IdForm;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;
import relais.contributions.message.MessageCommand.Draft;
import relais.contributions.message.MessageCommand.InReplyTo;

/**
 * The business rules of messages. All the rules of a command are checked, in the order in which
 * refusals are answered, so that one answer names everything to correct. None quotes the text.
 */
public final class MessageRules implements NeedingType<Message, MessageCommand, MessageEvent> {

    /** It becomes part of the name of a key. */
    private static final IdForm MANDATE = new IdForm("m-", "a mandate id");

    private static final TextRule TEXT = TextRule.text(2_000);
    private static final TextRule REASON = TextRule.text(2_000);

    /**
     * @throws IllegalStateException if a message that exists is posted, or none is redacted
     */
    @Override
    public Decision<MessageEvent> decide(
            @Nullable Message before, MessageCommand command, Circumstances context) {
        return switch (command) {
            case MessageCommand.Post post when before == null ->
                    Decision.unless(refusals(post.draft(), context), () -> posted(post, context));
            case MessageCommand.Redact(@Nullable String reason) when before != null ->
                    Decision.of(
                            () ->
                                    new MessageEvent.Redacted(
                                            before.isOf(context.actor())
                                                    ? RedactedBy.AUTHOR
                                                    : RedactedBy.COMMITTEE,
                                            reason),
                            isOwnOrSecretary(before, context),
                            reasonIsTheCommittees(before, reason, context),
                            isRedactedOnce(before));
            case MessageCommand.Post _, MessageCommand.Redact _ ->
                    throw new IllegalStateException("A message is posted first, and once");
        };
    }

    /** Every reason against a draft: what is asked before a key is made and the text is sealed. */
    static Stream<Refusal> refusals(Draft draft, Circumstances context) {
        return Refusal.all(
                actsForAPartner(context),
                subjectIsKnown(draft.subject(), context),
                TEXT.required("text", draft.text() == null ? null : draft.text().reveal()),
                answersInTheSameThread(draft));
    }

    @Override
    public Needs needs(@Nullable Message before, MessageCommand command) {
        return switch (command) {
            case MessageCommand.Post post -> needs(post.draft());
            case MessageCommand.Redact _ -> Needs.NOTHING;
        };
    }

    static Needs needs(Draft draft) {
        String subject = draft.subject();
        return subject == null ? Needs.NOTHING : Needs.NOTHING.withCards(Set.of(subject));
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

    /** Someone of a registered, active partner writes, or the secretariat; with a mandate. */
    private static Stream<Refusal> actsForAPartner(Circumstances context) {
        Actor actor = context.actor();
        return Refusal.all(
                Refusal.when(
                        !actor.isMember() || actor.partner() == null,
                        Refusal.forbidden("partner", "partner-required")),
                Refusal.when(
                        !MANDATE.fits(actor.mandate()),
                        Refusal.forbidden("mandate", "mandate-required")),
                Standing.refusals(context));
    }

    /** A thread hangs on a card that this service knows. */
    private static Stream<Refusal> subjectIsKnown(@Nullable String subject, Circumstances context) {
        return subject == null || subject.isBlank()
                ? Stream.of(Refusal.invalid("subject", "required"))
                : Refusal.when(
                        !context.known().cards().containsKey(subject),
                        Refusal.notFound("subject", "card-unknown"));
    }

    private static Stream<Refusal> answersInTheSameThread(Draft draft) {
        InReplyTo answered = draft.inReplyTo();
        return Refusal.when(
                answered != null
                        && (answered.subject() == null
                                || !answered.subject().equals(draft.subject())),
                Refusal.invalid("inReplyTo", "not-in-this-thread"));
    }

    private static Stream<Refusal> isOwnOrSecretary(Message message, Circumstances context) {
        return Stream.concat(
                Refusal.when(
                        !message.isOf(context.actor()) && !context.isSecretary(),
                        Refusal.forbidden("partner", "own-message-only")),
                Standing.refusals(context));
    }

    /**
     * The committee says why it hides what others wrote. A reason stays readable for good: an
     * author leaves none that no erasure would reach.
     */
    private static Stream<Refusal> reasonIsTheCommittees(
            Message message, @Nullable String reason, Circumstances context) {
        return message.isOf(context.actor())
                ? Refusal.when(reason != null, Refusal.invalid("reason", "own-reason-needless"))
                : REASON.required("reason", reason);
    }

    private static Stream<Refusal> isRedactedOnce(Message message) {
        return Refusal.when(
                message.redaction() != null, Refusal.conflict("message", "already-redacted"));
    }

    private static MessageEvent posted(MessageCommand.Post post, Circumstances context) {
        Draft draft = post.draft();
        if (draft.subject() == null || draft.text() == null) {
            throw new IllegalStateException("A rule let an empty message pass");
        }
        return new MessageEvent.Posted(
                post.id(),
                draft.subject(),
                Author.of(context),
                post.key(),
                post.sealed(),
                draft.text().length(),
                draft.inReplyTo() == null ? null : new MessageId(draft.inReplyTo().id()));
    }
}
