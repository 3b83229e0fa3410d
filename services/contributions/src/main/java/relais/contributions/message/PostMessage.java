package relais.contributions.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.message.MessageCommand.Draft;
import relais.contributions.message.MessageCommand.InReplyTo;

/**
 * Posts a message: checks it, counts it, seals it, stores it. A key is made only for someone who
 * may post, and the text goes nowhere but into the cipher.
 *
 * <p>The key may be erased while the message is on its way. It is then sealed with a key that no
 * longer exists, so that nobody ever reads it; its author is told that it did not go through.
 */
public record PostMessage(
        Aggregates<Message, MessageEvent> messages,
        ChangeAggregate<Message, MessageCommand, MessageEvent> change,
        AuthorKeys keys,
        TextCipher cipher,
        PostingRate rate,
        Subjects subjects,
        GatherCircumstances gather) {

    /** What came of a message that someone wanted to post. */
    sealed interface Posting {

        /** As any creation is answered. */
        record Answered(Result<Message> result) implements Posting {}

        /**
         * The author posted too much lately.
         *
         * @param retryAfter how long to wait
         */
        record TooMany(Duration retryAfter) implements Posting {}

        /** The id was given to another text before. */
        record AnotherText() implements Posting {}
    }

    /**
     * @param id of the message: the same one a second time answers what is there
     * @param inReplyTo the id of an earlier message, as typed
     * @param request an archive's messages are not counted against the author's rate
     */
    public Posting post(
            MessageId id,
            @Nullable String subject,
            @Nullable MessageText text,
            @Nullable String inReplyTo,
            Request request) {
        Optional<Stored<Message>> existing = messages.find(id.value());
        if (existing.isPresent()) {
            return repeated(existing.get(), text, request);
        }
        Draft draft = new Draft(subject, text, answered(inReplyTo));
        List<Refusal> refusals = refusals(draft, request.actor());
        if (subject == null || text == null || !refusals.isEmpty()) {
            return refused(refusals);
        }
        if (request.importRow() == null) {
            Duration wait = rate.take(request.actor().mandate());
            if (!wait.isZero()) {
                return new Posting.TooMany(wait);
            }
        }
        return keys.current(request.actor())
                .map(
                        key ->
                                post(
                                        id,
                                        draft,
                                        cipher.seal(key.secret(), id, subject, text),
                                        key,
                                        request))
                .orElseGet(PostMessage::overtaken);
    }

    private Posting post(
            MessageId id, Draft draft, SealedText sealed, AuthorKeys.Current key, Request request) {
        Result<Message> result =
                change.create(
                        id.value(), new MessageCommand.Post(id, draft, key.id(), sealed), request);
        if (!(result instanceof Result.Done<Message>(Stored<Message> stored, boolean repeated))) {
            return new Posting.Answered(result);
        }
        if (repeated) {
            // Two requests with one key at once: this one came second.
            return repeated(stored, draft.text(), request);
        }
        return keys.secretOf(key.id()).isPresent() ? new Posting.Answered(result) : overtaken();
    }

    private @Nullable InReplyTo answered(@Nullable String inReplyTo) {
        if (inReplyTo == null) {
            return null;
        }
        String thread =
                MessageId.parse(inReplyTo)
                        .flatMap(id -> messages.find(id.value()))
                        .map(stored -> stored.state().subject())
                        .orElse(null);
        return new InReplyTo(inReplyTo, thread);
    }

    private List<Refusal> refusals(Draft draft, Actor actor) {
        List<Refusal> refusals =
                new ArrayList<>(
                        MessageRules.refusals(
                                        draft, gather.ofReading(actor, MessageRules.needs(draft)))
                                .toList());
        String subject = draft.subject();
        if (refusals.isEmpty() && subject != null && !subjects.isVisible(subject, actor)) {
            refusals.add(Refusal.notFound("subject", "card-unknown"));
        }
        return refusals;
    }

    /**
     * No digest of a text is kept, since a short one could be guessed from it: the message itself
     * says whether it is the same, for as long as it can be read.
     */
    private Posting repeated(Stored<Message> stored, @Nullable MessageText text, Request request) {
        Message message = stored.state();
        if (!message.author().mandate().equals(request.actor().mandate())
                || !message.author().partner().equals(request.actor().partner())) {
            return new Posting.Answered(new Result.Missing<>(stored.id()));
        }
        String row = request.importRow();
        if (row != null && !stored.importedRows().contains(row)) {
            return refused(List.of(Refusal.conflict("ref", "ref-taken")));
        }
        return text(message).filter(before -> text == null || !before.equals(text)).isPresent()
                ? new Posting.AnotherText()
                : new Posting.Answered(new Result.Done<>(stored, true));
    }

    private Optional<MessageText> text(Message message) {
        SealedText sealed = message.text();
        return sealed == null
                ? Optional.empty()
                : keys.secretOf(message.key())
                        .flatMap(
                                secret ->
                                        cipher.open(
                                                secret, message.id(), message.subject(), sealed));
    }

    private static Posting overtaken() {
        return refused(List.of(Refusal.conflict("text", "erased-meanwhile")));
    }

    private static Posting refused(List<Refusal> refusals) {
        return new Posting.Answered(new Result.Refused<>(refusals));
    }
}
