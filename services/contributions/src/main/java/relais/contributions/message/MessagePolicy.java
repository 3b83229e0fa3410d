package relais.contributions.message;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;

/**
 * The rules of messages, by name. All the rules of a command are checked, so that one answer names
 * everything to mend.
 */
enum MessagePolicy {
    /** Someone of a registered, active partner writes, or the secretariat; with a mandate. */
    AUTHOR_ACTS_FOR_A_PARTNER(MessageRules::authorActsForAPartner),
    /** A thread hangs on a card that this service knows. */
    SUBJECT_IS_KNOWN(MessageRules::subjectIsKnown),
    /** From one character to {@value MessageRules#LONGEST_TEXT}, readable. */
    SOUND_TEXT(MessageRules::soundText),
    /** An answer stays in the thread of what it answers. */
    ANSWERS_IN_THE_SAME_THREAD(MessageRules::answersInTheSameThread),

    /** One's own message, or any as the secretariat. */
    OWN_MESSAGE_OR_SECRETARY(MessageRules::ownMessageOrSecretary),
    /** The committee says why it hides what others wrote. */
    COMMITTEE_GIVES_A_REASON(MessageRules::committeeGivesAReason),
    /** A reason stays readable for good: an author leaves none that no erasure would reach. */
    AUTHOR_WRITES_NOTHING_OPEN(MessageRules::authorWritesNothingOpen),
    REDACTED_ONCE(MessageRules::redactedOnce);

    /**
     * What a policy judges.
     *
     * @param message absent before it is posted
     * @param draft absent for a redaction
     * @param reason of a redaction
     */
    record Case(
            @Nullable Message message,
            MessageCommand.@Nullable Draft draft,
            @Nullable String reason,
            Circumstances circumstances) {}

    private static final List<MessagePolicy> POSTING =
            List.of(
                    AUTHOR_ACTS_FOR_A_PARTNER,
                    SUBJECT_IS_KNOWN,
                    SOUND_TEXT,
                    ANSWERS_IN_THE_SAME_THREAD);

    private static final List<MessagePolicy> REDACTING =
            List.of(
                    OWN_MESSAGE_OR_SECRETARY,
                    COMMITTEE_GIVES_A_REASON,
                    AUTHOR_WRITES_NOTHING_OPEN,
                    REDACTED_ONCE);

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    MessagePolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    /** Every reason against a draft: what is asked before a key is made and the text is sealed. */
    public static Stream<Refusal> refusals(
            MessageCommand.Draft draft, Circumstances circumstances) {
        return check(POSTING, new Case(null, draft, null, circumstances));
    }

    static Stream<Refusal> refusals(
            Message message, @Nullable String reason, Circumstances circumstances) {
        return check(REDACTING, new Case(message, null, reason, circumstances));
    }

    private static Stream<Refusal> check(List<MessagePolicy> policies, Case judged) {
        return policies.stream().flatMap(policy -> policy.rule.apply(judged));
    }
}
