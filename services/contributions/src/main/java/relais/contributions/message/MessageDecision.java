package relais.contributions.message;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.contributions.known.Circumstances;

/** What comes of a command to a message. */
final class MessageDecision {

    private MessageDecision() {}

    /**
     * @param before absent for the posting
     * @throws IllegalStateException if a message that exists is posted, or none is redacted
     */
    public static Decision<MessageEvent> of(
            @Nullable Message before, MessageCommand command, Circumstances circumstances) {
        return switch (command) {
            case MessageCommand.Post post when before == null -> posting(post, circumstances);
            case MessageCommand.Redact redact when before != null ->
                    redaction(before, redact, circumstances);
            default -> throw new IllegalStateException("A message is posted first, and once");
        };
    }

    private static Decision<MessageEvent> posting(
            MessageCommand.Post post, Circumstances circumstances) {
        MessageCommand.Draft draft = post.draft();
        String subject = draft.subject();
        MessageText text = draft.text();
        MessageCommand.InReplyTo answered = draft.inReplyTo();
        return Decision.unless(
                MessagePolicy.refusals(draft, circumstances),
                () -> {
                    if (subject == null || text == null) {
                        throw new IllegalStateException("A policy let an empty message pass");
                    }
                    return new MessageEvent.Posted(
                            post.id(),
                            subject,
                            Author.of(circumstances),
                            post.key(),
                            post.sealed(),
                            text.length(),
                            answered == null ? null : new MessageId(answered.id()));
                });
    }

    private static Decision<MessageEvent> redaction(
            Message before, MessageCommand.Redact redact, Circumstances circumstances) {
        return Decision.unless(
                MessagePolicy.refusals(before, redact.reason(), circumstances),
                () ->
                        new MessageEvent.Redacted(
                                before.isOf(circumstances.actor())
                                        ? RedactedBy.AUTHOR
                                        : RedactedBy.COMMITTEE,
                                redact.reason()));
    }
}
