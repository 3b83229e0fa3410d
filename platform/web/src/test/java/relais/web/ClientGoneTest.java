package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

class ClientGoneTest {

    private final IOException brokenPipe = new IOException("Broken pipe");

    @Test
    void anAnswerThatNobodyTakesIsTheClients() {
        assertThat(ClientGone.isBehind(brokenPipe)).isTrue();
        assertThat(ClientGone.isBehind(new ClientAbortException(brokenPipe))).isTrue();
        assertThat(ClientGone.isBehind(new AsyncRequestNotUsableException("gone"))).isTrue();
    }

    @Test
    void aBrokenConnectionToTheStoreIsNotTheClients() {
        var server = new ServerAddress();
        assertThat(ClientGone.isBehind(new MongoSocketWriteException("w", server, brokenPipe)))
                .isFalse();
        assertThat(
                        ClientGone.isBehind(
                                new MongoSocketReadException(
                                        "r", server, new IOException("Connection reset by peer"))))
                .isFalse();
        assertThat(
                        ClientGone.isBehind(
                                new IllegalStateException(
                                        new MongoSocketWriteException("w", server, brokenPipe))))
                .isFalse();
    }
}
