package relais.web;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;

/**
 * What Tomcat refuses before any filter, a malformed request line or an impossible path, is a
 * problem in JSON too instead of an HTML page with a version number. Brackets and the like in a
 * query, which Tomcat would refuse as such, come through, to be refused by name.
 */
record TomcatProblems(ProblemWriter writer)
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(TomcatProblems.class);

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("relaxedQueryChars", "[]{}|\\^`\"<>"));
        factory.addContextCustomizers(this::replaceReports);
    }

    private void replaceReports(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            // Named too, so that the host does not add its own valve beside this one.
            host.setErrorReportValveClass(Reports.class.getName());
            host.getPipeline().addValve(new Reports(writer));
        }
    }

    private static final class Reports extends ErrorReportValve {

        private final ProblemWriter writer;

        Reports(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            int status = response.getStatus();
            // Without error status, or once something was written, there is nothing left to say.
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                Problem problem = ProblemTranslator.ofStatus(HttpStatusCode.valueOf(status));
                writer.write(problem, request.getRequest(), response.getResponse());
                response.finishResponse();
            } catch (IOException gone) {
                log.debug("The client went away before the problem was told: {}", gone.toString());
            }
        }
    }
}
