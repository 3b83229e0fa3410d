package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFailuresTest {
    private static final ServerAddress SERVER = new ServerAddress();

    @Test
    void anUnreachableMongoPasses() {
        assertThat(PassingFailures.isPassing(new MongoTimeoutException("no server"))).isTrue();
        assertThat(PassingFailures.isPassing(new MongoSocketReadException("closed", SERVER)))
                .isTrue();
    }

    @Test
    void aCauseDeepDownCounts() {
        Exception deep =
                new IllegalStateException(
                        new RuntimeException(new MongoTimeoutException("no server")));

        assertThat(PassingFailures.isPassing(deep)).isTrue();
        assertThat(
                        PassingFailures.isPassing(
                                new RuntimeException(new TransientFailure("registry", deep))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 11600, 13435, 14031, 50})
    void aServerThatShutsDownOrHasNoSpacePasses(int code) {
        assertThat(PassingFailures.isPassing(command(code))).isTrue();
    }

    @Test
    void whatTheEventCausedDoesNotPass() {
        WriteError tooLarge = new WriteError(17419, "too large", new BsonDocument());

        assertThat(PassingFailures.isPassing(new MongoWriteException(tooLarge, SERVER, List.of())))
                .isFalse();
        assertThat(PassingFailures.isPassing(command(2))).isFalse();
        assertThat(PassingFailures.isPassing(new NullPointerException())).isFalse();
    }

    @Test
    void aCircleOfCausesEnds() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));

        assertThat(PassingFailures.isPassing(one)).isFalse();
    }

    private static MongoCommandException command(int code) {
        BsonDocument answer = BsonDocument.parse("{ok: 0, code: %d, errmsg: 'no'}".formatted(code));
        return new MongoCommandException(answer, SERVER);
    }
}
