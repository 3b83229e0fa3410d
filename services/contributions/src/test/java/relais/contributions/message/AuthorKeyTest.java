package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relais.contributions.message.Dialogue.ADA;
import static relais.contributions.message.Dialogue.LOIRET;
import static relais.contributions.message.Dialogue.NEIGHBOUR;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.OPERATOR;
import static relais.contributions.message.Dialogue.circumstances;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;

class AuthorKeyTest {

    private static final AuthorSecret FIRST = secret(1);
    private static final AuthorSecret SECOND = secret(2);

    @Test
    void aMandateHasOneKeyAtATime() {
        AuthorKey key = after(null, new AuthorKey.Command.Make(FIRST), ADA);
        assertThat(key.id()).hasToString("m-ada#1");
        assertThat(key.author()).isEqualTo(new Author("m-ada", LOIRET.id(), LOIRET.territory()));
        assertThat(key.secretOf(new KeyId("m-ada", 1))).contains(FIRST);
        assertThat(decide(key, new AuthorKey.Command.Make(SECOND), ADA))
                .isEqualTo(new Decision.Unchanged<>());
    }

    @Test
    void nothingOpensWhatWasSealedWithAnErasedKey() {
        AuthorKey erased = erased(ADA);
        assertThat(erased.secret()).isNull();
        assertThat(erased.secretOf(new KeyId("m-ada", 1))).isEmpty();
        AuthorKey again = after(erased, new AuthorKey.Command.Make(SECOND), ADA);
        assertThat(again.id()).hasToString("m-ada#2");
        assertThat(again.secretOf(new KeyId("m-ada", 1))).isEmpty();
        assertThat(again.secretOf(new KeyId("m-ada", 2))).contains(SECOND);
    }

    @Test
    void operatorsEraseTooAndOthersDoNot() {
        assertThat(erased(OPERATOR).secret()).isNull();
        AuthorKey key = after(null, new AuthorKey.Command.Make(FIRST), ADA);
        assertThat(decide(key, new AuthorKey.Command.Erase(), NEIGHBOUR))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void whatIsErasedIsErasedOnce() {
        assertThat(decide(erased(ADA), new AuthorKey.Command.Erase(), ADA))
                .isEqualTo(new Decision.Unchanged<>());
        assertThat(decide(erased(ADA), new AuthorKey.Command.Erase(), NEIGHBOUR))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aKeyNamesItsMandateAndItsNumber() {
        assertThat(KeyId.of("m-ada#12")).isEqualTo(new KeyId("m-ada", 12));
        for (String wrong : List.of("m-ada", "m-ada#", "m-ada#0", "#1", "m-ada#1x")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> KeyId.of(wrong));
        }
    }

    private static AuthorKey erased(Actor by) {
        return after(
                after(null, new AuthorKey.Command.Make(FIRST), ADA),
                new AuthorKey.Command.Erase(),
                by);
    }

    private static AuthorKey after(
            @Nullable AuthorKey before, AuthorKey.Command command, Actor actor) {
        Decision<AuthorKey.Event> decision = decide(before, command, actor);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return AuthorKey.apply(
                before,
                ((Decision.Accepted<AuthorKey.Event>) decision).events().getFirst(),
                new Moment(1, NOW));
    }

    private static Decision<AuthorKey.Event> decide(
            @Nullable AuthorKey before, AuthorKey.Command command, Actor actor) {
        return new AuthorKeyRules().decide(before, command, circumstances(actor));
    }

    private static AuthorSecret secret(int fill) {
        byte[] bytes = new byte[AuthorSecret.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return new AuthorSecret(bytes);
    }
}
