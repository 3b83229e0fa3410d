package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static relais.contributions.message.Dialogue.ADA;
import static relais.contributions.message.Dialogue.ANYONE;
import static relais.contributions.message.Dialogue.CARD;
import static relais.contributions.message.Dialogue.COLLEAGUE;
import static relais.contributions.message.Dialogue.KEY;
import static relais.contributions.message.Dialogue.LOIRET;
import static relais.contributions.message.Dialogue.NEIGHBOUR;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.OPERATOR;
import static relais.contributions.message.Dialogue.SEALED;
import static relais.contributions.message.Dialogue.SECRETARY;
import static relais.contributions.message.Dialogue.SUSPENDED;
import static relais.contributions.message.Dialogue.circumstances;
import static relais.contributions.message.Dialogue.draft;
import static relais.contributions.message.Dialogue.member;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.contributions.message.MessageCommand.Draft;
import relais.contributions.message.MessageCommand.InReplyTo;

class MessageRulesTest {

    private static final MessageId ID = new MessageId("msg-1");

    @Test
    void theEventHoldsWhatIsSealedAndHowLongItWas() {
        MessageEvent event = accepted(null, post(draft("  Bonjour 👋 ")), ADA);
        assertThat(event)
                .isEqualTo(
                        new MessageEvent.Posted(
                                ID,
                                CARD,
                                new Author("m-ada", LOIRET.id(), LOIRET.territory()),
                                KEY,
                                SEALED,
                                9,
                                null));
    }

    @Test
    void theSecretariatWritesBeforeItsPartnerIsKnownHere() {
        MessageEvent event = accepted(null, post(draft("Bonjour")), SECRETARY);
        assertThat(((MessageEvent.Posted) event).author().home().value()).isEqualTo("pays:FR");
    }

    @Test
    void onlySomeoneOfAnActivePartnerWrites() {
        assertThat(codes(null, post(draft("Bonjour")), ANYONE))
                .containsExactly("partner-required", "mandate-required");
        assertThat(codes(null, post(draft("Bonjour")), OPERATOR))
                .containsExactly("partner-required");
        assertThat(codes(null, post(draft("Bonjour")), member("m-x", SUSPENDED)))
                .containsExactly("partner-suspended");
        assertThat(codes(null, post(draft("Bonjour")), member("m-over", LOIRET)))
                .containsExactly("mandate-not-in-force");
        Actor unknown = new Actor("m-x", new PartnerId("p-unknown"), Set.of(Role.PARTNER));
        assertThat(codes(null, post(draft("Bonjour")), unknown)).containsExactly("partner-unknown");
    }

    @Test
    void aMandateThatCannotNameAKeyDoesNotWrite() {
        assertThat(codes(null, post(draft("Bonjour")), member("someone@example.org", LOIRET)))
                .containsExactly("mandate-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200b"})
    void aTextThatNobodySeesIsNone(String text) {
        assertThat(codes(null, post(draft(text)), ADA)).containsExactly("required");
    }

    @Test
    void aTextHasAtMostTwoThousandCharactersAsReadersCountThem() {
        assertThat(accepted(null, post(draft("👋".repeat(2_000))), ADA)).isNotNull();
        assertThat(codes(null, post(draft("a".repeat(2_001))), ADA)).containsExactly("too-long");
        assertThat(codes(null, post(draft("a\u202Eb")), ADA)).containsExactly("unprintable");
        assertThat(codes(null, post(draft(null)), ADA)).containsExactly("required");
    }

    @Test
    void aThreadHangsOnACardThatIsKnown() {
        MessageText text = MessageText.of("Bonjour");
        assertThat(codes(null, post(new Draft("x-unknown", text, null)), ADA))
                .containsExactly("card-unknown");
        assertThat(codes(null, post(new Draft(null, text, null)), ADA)).containsExactly("required");
    }

    @Test
    void anAnswerStaysInItsThread() {
        MessageText text = MessageText.of("Bonjour");
        MessageEvent event =
                accepted(null, post(new Draft(CARD, text, new InReplyTo("msg-0", CARD))), ADA);
        assertThat(((MessageEvent.Posted) event).inReplyTo()).isEqualTo(new MessageId("msg-0"));
        assertThat(codes(null, post(new Draft(CARD, text, new InReplyTo("msg-0", "x-b"))), ADA))
                .containsExactly("not-in-this-thread");
        assertThat(codes(null, post(new Draft(CARD, text, new InReplyTo("nothing", null))), ADA))
                .containsExactly("not-in-this-thread");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(
                        codes(
                                null,
                                post(new Draft("x-unknown", null, new InReplyTo("a", null))),
                                ANYONE))
                .containsExactly(
                        "partner-required",
                        "mandate-required",
                        "card-unknown",
                        "required",
                        "not-in-this-thread");
    }

    @Test
    void authorsAndTheirColleaguesRedactWithoutAReason() {
        for (Actor actor : List.of(ADA, COLLEAGUE)) {
            assertThat(accepted(posted(ADA), new MessageCommand.Redact(null), actor))
                    .isEqualTo(new MessageEvent.Redacted(RedactedBy.AUTHOR, null));
        }
    }

    /** What they would write there could not be erased with their texts. */
    @Test
    void authorsGiveNoReason() {
        for (Actor actor : List.of(ADA, COLLEAGUE)) {
            assertThat(codes(posted(ADA), new MessageCommand.Redact("J’ai cité Camille"), actor))
                    .containsExactly("own-reason-needless");
        }
    }

    @Test
    void theSecretariatRedactsAnyWithAReason() {
        assertThat(codes(posted(ADA), new MessageCommand.Redact(null), SECRETARY))
                .containsExactly("required");
        assertThat(accepted(posted(ADA), new MessageCommand.Redact("Injures"), SECRETARY))
                .isEqualTo(new MessageEvent.Redacted(RedactedBy.COMMITTEE, "Injures"));
        assertThat(accepted(posted(SECRETARY), new MessageCommand.Redact(null), SECRETARY))
                .isEqualTo(new MessageEvent.Redacted(RedactedBy.AUTHOR, null));
    }

    @Test
    void theSecretariatOfTheAuthorsPartnerActsAsTheCommittee() {
        Actor secretary = new Actor("m-other", LOIRET.id(), Set.of(Role.COMMITTEE));
        assertThat(accepted(posted(ADA), new MessageCommand.Redact("Injures"), secretary))
                .isEqualTo(new MessageEvent.Redacted(RedactedBy.COMMITTEE, "Injures"));
    }

    @Test
    void nobodyElseRedacts() {
        for (Actor actor : List.of(NEIGHBOUR, OPERATOR, ANYONE)) {
            assertThat(codes(posted(ADA), new MessageCommand.Redact("why"), actor))
                    .contains("own-message-only");
        }
        assertThat(codes(posted(ADA), new MessageCommand.Redact("a".repeat(2_001)), SECRETARY))
                .containsExactly("too-long");
    }

    @Test
    void aMessageIsRedactedOnce() {
        Message redacted =
                Message.apply(
                        posted(ADA),
                        new MessageEvent.Redacted(RedactedBy.AUTHOR, null),
                        new Moment(2, NOW));
        assertThat(codes(redacted, new MessageCommand.Redact("why"), SECRETARY))
                .containsExactly("already-redacted");
    }

    @Test
    void aRedactedMessageKeepsItsPlaceAndItsLengthOnly() {
        Message redacted =
                Message.apply(
                        posted(ADA),
                        new MessageEvent.Redacted(RedactedBy.COMMITTEE, "Injures"),
                        new Moment(2, NOW));
        assertThat(redacted.text()).isNull();
        assertThat(redacted.length()).isEqualTo(7);
        assertThat(redacted.status()).isEqualTo(Message.Status.REDACTED);
        assertThat(redacted.postedAt()).isEqualTo(NOW);
    }

    @Test
    void aMessageIsPostedFirstAndOnce() {
        Message message = posted(ADA);
        assertThatIllegalStateException()
                .isThrownBy(() -> decide(message, post(draft("Bonjour")), ADA));
        assertThatIllegalStateException()
                .isThrownBy(() -> decide(null, new MessageCommand.Redact(null), ADA));
    }

    @Test
    void nothingThatIsPrintedSaysTheText() {
        String secret = "Camille Dupont";
        assertThat(post(draft(secret)).toString()).doesNotContain("Camille");
        assertThat(accepted(null, post(draft(secret)), ADA).toString()).doesNotContain("Camille");
        assertThat(new AuthorSecret(new byte[32]).toString()).isEqualTo("AuthorSecret[…]");
    }

    private static MessageCommand post(Draft draft) {
        return new MessageCommand.Post(ID, draft, KEY, SEALED);
    }

    private static Message posted(Actor author) {
        return Message.apply(
                null, accepted(null, post(draft("Bonjour")), author), new Moment(1, NOW));
    }

    private static Decision<MessageEvent> decide(
            @Nullable Message before, MessageCommand command, Actor actor) {
        return new MessageRules().decide(before, command, circumstances(actor));
    }

    private static MessageEvent accepted(
            @Nullable Message before, MessageCommand command, Actor actor) {
        Decision<MessageEvent> decision = decide(before, command, actor);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<MessageEvent>) decision).events().getFirst();
    }

    private static List<String> codes(
            @Nullable Message before, MessageCommand command, Actor actor) {
        Decision<MessageEvent> decision = decide(before, command, actor);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<MessageEvent>) decision)
                .refusals().stream().map(Refusal::code).toList();
    }
}
