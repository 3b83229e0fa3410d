package relais.history.adapter.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells whether the reader of an answer is still there while nothing of it is written. A write
 * would tell, but there are forms into which nothing harmless can be written; so Tomcat is asked
 * whether the connection can be read from. Over HTTP/2 it never says so: there a reset is noticed
 * at the next write.
 */
@Component
final class ReaderConnection
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String NAME = ReaderConnection.class.getName();

    /** So Tomcat says of a connection that has ended; a next request sent ahead is longer. */
    private static final int ENDED = 1;

    /**
     * To be called by the thread that serves the request, which must have no body.
     *
     * @throws ClientAbortException if the reader has left
     */
    static void check(HttpServletRequest request) throws ClientAbortException {
        if (request.getAttribute(NAME) instanceof org.apache.coyote.Request connection) {
            connection.action(ActionCode.AVAILABLE, true);
            if (connection.getAvailable() == ENDED) {
                throw new ClientAbortException("The reader has left");
            }
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getPipeline().addValve(new Remembering()));
    }

    /** Hands the connection to whoever serves the request. */
    static final class Remembering extends ValveBase {

        Remembering() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            request.setAttribute(NAME, request.getCoyoteRequest());
            getNext().invoke(request, response);
        }
    }
}
