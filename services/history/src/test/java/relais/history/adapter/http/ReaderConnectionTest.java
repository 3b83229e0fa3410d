package relais.history.adapter.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In the server that the service runs in, without the rest. */
@Timeout(120)
class ReaderConnectionTest {

    private static final String GET = "GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MANY = 20;

    @TempDir Path folder;

    private final Tomcat tomcat = new Tomcat();
    private final CountDownLatch checkedManyTimes = new CountDownLatch(MANY);
    private final CompletableFuture<Exception> ended = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        context.getPipeline().addValve(new ReaderConnection.Remembering());
        Tomcat.addServlet(context, "waiting", new Waiting()).addMapping("/wait");
        tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        ended.complete(new IllegalStateException("The test is over"));
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void noticesThatTheReaderHasLeftAlthoughNothingIsWritten() throws Exception {
        try (Socket reader = connect()) {
            reader.getOutputStream().write(GET.getBytes(US_ASCII));
            checkedManyTimes.await();
            assertThat(ended).isNotDone();
        }

        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(ClientAbortException.class);
    }

    @Test
    void doesNotTakeANextRequestForAnEnd() throws Exception {
        try (Socket reader = connect()) {
            reader.getOutputStream().write((GET + GET).getBytes(US_ASCII));
            checkedManyTimes.await();

            assertThat(ended).isNotDone();
        }
    }

    private Socket connect() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
    }

    /** Serves a request for which there is nothing to write. */
    private final class Waiting extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            try {
                while (!ended.isDone()) {
                    ReaderConnection.check(request);
                    checkedManyTimes.countDown();
                    Thread.sleep(5);
                }
            } catch (Exception why) {
                ended.complete(why);
            }
        }
    }
}
