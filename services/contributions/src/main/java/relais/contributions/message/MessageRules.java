package relais.contributions.message;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.message.MessageCommand.Draft;
import relais.contributions.message.MessageCommand.InReplyTo;
import relais.contributions.message.MessagePolicy.Case;

/** The rules behind {@link MessagePolicy}. None of them quotes the text. */
final class MessageRules {

    static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_REASON = 2_000;

    /** It becomes part of the name of a key. */
    private static final Pattern MANDATE = Pattern.compile("m-[a-z0-9-]{1,60}");

    private static final TextRule TEXT = TextRule.text(LONGEST_TEXT);
    private static final TextRule REASON = TextRule.text(LONGEST_REASON);

    private MessageRules() {}

    static Stream<Refusal> authorActsForAPartner(Case judged) {
        Circumstances circumstances = judged.circumstances();
        Actor actor = circumstances.actor();
        return Stream.of(
                        Refusal.when(
                                !actor.isMember() || actor.partner() == null,
                                Refusal.forbidden("partner", "partner-required")),
                        Refusal.when(
                                !MANDATE.matcher(actor.mandate()).matches(),
                                Refusal.forbidden("mandate", "mandate-required")),
                        Standing.refusals(circumstances))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> subjectIsKnown(Case judged) {
        Draft draft = judged.draft();
        String subject = draft == null ? null : draft.subject();
        if (subject == null || subject.isBlank()) {
            return Stream.of(Refusal.invalid("subject", "required"));
        }
        return Refusal.when(
                !judged.circumstances().known().cards().containsKey(subject),
                Refusal.notFound("subject", "card-unknown"));
    }

    static Stream<Refusal> soundText(Case judged) {
        Draft draft = judged.draft();
        MessageText text = draft == null ? null : draft.text();
        return TEXT.required("text", text == null ? null : text.reveal());
    }

    static Stream<Refusal> answersInTheSameThread(Case judged) {
        Draft draft = judged.draft();
        InReplyTo answered = draft == null ? null : draft.inReplyTo();
        return draft == null || answered == null
                ? Stream.empty()
                : Refusal.when(
                        answered.subject() == null || !answered.subject().equals(draft.subject()),
                        Refusal.invalid("inReplyTo", "not-in-this-thread"));
    }

    static Stream<Refusal> ownMessageOrSecretary(Case judged) {
        Circumstances circumstances = judged.circumstances();
        boolean may = isOwn(judged) || circumstances.isSecretary();
        return Stream.concat(
                Refusal.when(!may, Refusal.forbidden("partner", "own-message-only")),
                Standing.refusals(circumstances));
    }

    static Stream<Refusal> committeeGivesAReason(Case judged) {
        return isOwn(judged) ? Stream.empty() : REASON.required("reason", judged.reason());
    }

    static Stream<Refusal> authorWritesNothingOpen(Case judged) {
        return Refusal.when(
                isOwn(judged) && judged.reason() != null,
                Refusal.invalid("reason", "own-reason-needless"));
    }

    static Stream<Refusal> redactedOnce(Case judged) {
        Message message = judged.message();
        return Refusal.when(
                message != null && message.redaction() != null,
                Refusal.conflict("message", "already-redacted"));
    }

    private static boolean isOwn(Case judged) {
        @Nullable Message message = judged.message();
        return message != null && message.isOf(judged.circumstances().actor());
    }
}
