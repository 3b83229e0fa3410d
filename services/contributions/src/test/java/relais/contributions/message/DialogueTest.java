package relais.contributions.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.ADA;
import static relais.contributions.message.Dialogue.ANYONE;
import static relais.contributions.message.Dialogue.CARD;
import static relais.contributions.message.Dialogue.COLLEAGUE;
import static relais.contributions.message.Dialogue.HIDDEN_CARD;
import static relais.contributions.message.Dialogue.NEIGHBOUR;
import static relais.contributions.message.Dialogue.OPERATOR;
import static relais.contributions.message.Dialogue.SECRETARY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.contributions.message.ShownMessage.Status;

class DialogueTest {

    private final Bench bench = new Bench();
    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void whatIsPostedIsReadInOrder() {
        posted(ADA, "Un");
        bench.now = bench.now.plusSeconds(1);
        MessageId first = posted(NEIGHBOUR, "Deux");
        bench.now = bench.now.plusSeconds(1);
        PostMessage.Posting answer =
                bench.post.post(
                        nextId(), CARD, MessageText.of("Trois"), first.value(), Request.now(ADA));
        assertThat(result(answer)).isInstanceOf(Result.Done.class);
        assertThat(texts(ANYONE)).containsExactly("Un", "Deux", "Trois");
        assertThat(thread(ANYONE).getLast().inReplyTo()).isEqualTo(first);
    }

    @Test
    void noKeyIsMadeForWhoMayNotWrite() {
        assertThat(codes(post(nextId(), OPERATOR, CARD, "Bonjour"))).contains("partner-required");
        assertThat(codes(post(nextId(), ADA, CARD, " "))).containsExactly("required");
        assertThat(bench.keys.all()).isEmpty();
    }

    @Test
    void aCardThatTheReaderMayNotSeeHasNoThread() {
        assertThat(codes(post(nextId(), ADA, HIDDEN_CARD, "Bonjour")))
                .containsExactly("card-unknown");
        assertThat(codes(post(nextId(), ADA, "x-none", "Bonjour"))).containsExactly("card-unknown");
        assertThat(result(post(nextId(), SECRETARY, HIDDEN_CARD, "Bonjour")))
                .isInstanceOf(Result.Done.class);
        assertThat(bench.read.read(HIDDEN_CARD, null, 10, ADA)).isEmpty();
        assertThat(bench.read.read(HIDDEN_CARD, null, 10, SECRETARY).orElseThrow()).hasSize(1);
        assertThat(bench.read.read("x-none", null, 10, SECRETARY)).isEmpty();
    }

    @Test
    void theSameRequestAgainPostsNothingNew() {
        MessageId id = posted(ADA, "Bonjour");
        PostMessage.Posting again = post(id, ADA, CARD, "Bonjour ");
        assertThat(result(again))
                .isInstanceOfSatisfying(
                        Result.Done.class, posted -> assertThat(posted.repeated()).isTrue());
        assertThat(thread(ANYONE)).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherTextIsRefusedWithoutADigestOfTheFirst() {
        MessageId id = posted(ADA, "Bonjour");
        assertThat(post(id, ADA, CARD, "Bonsoir"))
                .isInstanceOf(PostMessage.Posting.AnotherText.class);
        assertThat(post(id, ADA, CARD, null)).isInstanceOf(PostMessage.Posting.AnotherText.class);
        assertThat(result(post(id, NEIGHBOUR, CARD, "Bonjour"))).isInstanceOf(Result.Missing.class);
        assertThat(result(post(id, COLLEAGUE, CARD, "Bonjour"))).isInstanceOf(Result.Missing.class);
    }

    @Test
    void tenMessagesAMinute() {
        for (int i = 0; i < 10; i++) {
            posted(ADA, "Bonjour");
        }
        assertThat(post(nextId(), ADA, CARD, "Bonjour"))
                .isEqualTo(new PostMessage.Posting.TooMany(Duration.ofMinutes(1)));
        posted(NEIGHBOUR, "Les autres écrivent");
        bench.now = bench.now.plusSeconds(60);
        posted(ADA, "Bonjour");
    }

    @Test
    void whatIsRefusedOrRepeatedDoesNotCount() {
        MessageId id = posted(ADA, "Bonjour");
        for (int i = 0; i < 20; i++) {
            post(id, ADA, CARD, "Bonjour");
            post(nextId(), ADA, CARD, "");
        }
        for (int i = 0; i < 9; i++) {
            posted(ADA, "Bonjour");
        }
    }

    @Test
    void anArchiveIsNotCountedAndItsRowIsAppliedOnce() {
        Instant then = Instant.parse("2015-10-01T09:00:00Z");
        for (int i = 0; i < 20; i++) {
            Request row = Request.archived(ADA, then, "row-" + i);
            assertThat(
                            result(
                                    bench.post.post(
                                            nextId(), CARD, MessageText.of("Bonjour"), null, row)))
                    .isInstanceOf(Result.Done.class);
        }
        assertThat(thread(ANYONE).getFirst().postedAt()).isEqualTo(then);
        MessageId id = new MessageId("msg-1");
        Request same = Request.archived(ADA, then, "row-0");
        Request other = Request.archived(ADA, then, "row-x");
        assertThat(result(bench.post.post(id, CARD, MessageText.of("Bonjour"), null, same)))
                .isInstanceOfSatisfying(
                        Result.Done.class, posted -> assertThat(posted.repeated()).isTrue());
        assertThat(codes(bench.post.post(id, CARD, MessageText.of("Bonjour"), null, other)))
                .containsExactly("ref-taken");
    }

    @Test
    void aRedactedMessageIsATombstone() {
        MessageId own = posted(ADA, "Un");
        MessageId other = posted(ADA, "Deux");
        redacted(own, null, ADA);
        redacted(other, "Injures", SECRETARY);
        assertThat(thread(ANYONE))
                .allSatisfy(shown -> assertThat(shown.status()).isEqualTo(Status.REDACTED))
                .extracting(shown -> requireNonNull(shown.redaction()).by())
                .containsExactly(RedactedBy.AUTHOR, RedactedBy.COMMITTEE);
    }

    @Test
    void aThreadThatOneMayNotSeeIsNotRedactedEither() {
        MessageId id = nextId();
        post(id, SECRETARY, HIDDEN_CARD, "Bonjour");
        assertThat(bench.redact.redact(id, 1L, new MessageCommand.Redact(null), Request.now(ADA)))
                .isInstanceOf(Result.Missing.class);
        assertThat(
                        bench.redact.redact(
                                new MessageId("msg-none"),
                                1L,
                                new MessageCommand.Redact(null),
                                Request.now(ADA)))
                .isInstanceOf(Result.Missing.class);
    }

    @Test
    void anErasureTakesAllOfAMandateAndNothingOfOthers() {
        posted(ADA, "Un");
        posted(ADA, "Deux");
        posted(NEIGHBOUR, "Trois");
        assertThat(bench.erase.erase("m-ada", ADA)).isEmpty();
        assertThat(thread(ANYONE))
                .extracting(ShownMessage::status)
                .containsExactly(Status.ERASED, Status.ERASED, Status.POSTED);
        posted(ADA, "Quatre");
        ShownMessage last = thread(ANYONE).getLast();
        assertThat(last.text()).isEqualTo(MessageText.of("Quatre"));
        assertThat(bench.messages.find(last.id()).orElseThrow().state().key())
                .hasToString("m-ada#2");
    }

    @Test
    void onlyTheMandateAndOperatorsErase() {
        posted(ADA, "Un");
        for (Actor actor : List.of(NEIGHBOUR, COLLEAGUE, SECRETARY, ANYONE)) {
            assertThat(bench.erase.erase("m-ada", actor))
                    .extracting(Refusal::code)
                    .containsExactly("own-texts-only");
        }
        assertThat(texts(ANYONE)).containsExactly("Un");
        assertThat(bench.erase.erase("m-ada", OPERATOR)).isEmpty();
        assertThat(bench.erase.erase("m-ada", OPERATOR)).isEmpty();
        assertThat(bench.erase.erase("m-never-wrote", OPERATOR)).isEmpty();
    }

    @Test
    void aMessageThatAnErasureOvertakesIsReadByNobody() {
        posted(ADA, "Un");
        bench.messages.beforeCreation = () -> bench.erase.erase("m-ada", OPERATOR);
        PostMessage.Posting posting = post(nextId(), ADA, CARD, "Deux");
        bench.messages.beforeCreation = () -> {};
        assertThat(codes(posting)).containsExactly("erased-meanwhile");
        assertThat(thread(ANYONE))
                .extracting(ShownMessage::status)
                .allSatisfy(status -> assertThat(status).isEqualTo(Status.ERASED));
    }

    @Test
    void anErasureAndANewKeyOvertakeAMessage() {
        posted(ADA, "Un");
        bench.messages.beforeCreation =
                () -> {
                    bench.messages.beforeCreation = () -> {};
                    bench.erase.erase("m-ada", OPERATOR);
                    posted(ADA, "Entre-temps");
                };
        assertThat(codes(post(nextId(), ADA, CARD, "Deux"))).containsExactly("erased-meanwhile");
        assertThat(texts(ANYONE)).containsExactly("Entre-temps");
    }

    @Test
    void keysAreMadeOnce() {
        posted(ADA, "Un");
        posted(ADA, "Deux");
        assertThat(bench.keys.all())
                .singleElement()
                .satisfies(
                        stored -> {
                            assertThat(stored.id()).isEqualTo("k-m-ada");
                            assertThat(stored.version()).isEqualTo(1);
                            AuthorKey key = stored.state();
                            assertThat(key.secretOf(key.id())).isPresent();
                        });
    }

    private PostMessage.Posting post(
            MessageId id, Actor author, String subject, @Nullable String text) {
        return bench.post.post(
                id, subject, text == null ? null : MessageText.of(text), null, Request.now(author));
    }

    private MessageId posted(Actor author, String text) {
        MessageId id = nextId();
        assertThat(result(post(id, author, CARD, text))).isInstanceOf(Result.Done.class);
        return id;
    }

    private void redacted(MessageId id, @Nullable String reason, Actor actor) {
        assertThat(
                        bench.redact.redact(
                                id, 1L, new MessageCommand.Redact(reason), Request.now(actor)))
                .isInstanceOf(Result.Done.class);
    }

    private MessageId nextId() {
        return new MessageId("msg-" + ids.incrementAndGet());
    }

    private List<ShownMessage> thread(Actor reader) {
        return bench.read.read(CARD, null, 100, reader).orElseThrow();
    }

    private List<String> texts(Actor reader) {
        return thread(reader).stream()
                .map(ShownMessage::text)
                .filter(Objects::nonNull)
                .map(MessageText::reveal)
                .toList();
    }

    private static Result<Message> result(PostMessage.Posting posting) {
        assertThat(posting).isInstanceOf(PostMessage.Posting.Answered.class);
        return ((PostMessage.Posting.Answered) posting).result();
    }

    private static List<String> codes(PostMessage.Posting posting) {
        assertThat(result(posting)).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Message>) result(posting))
                .refusals().stream().map(Refusal::code).toList();
    }
}
