package relais.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.actuate.autoconfigure.audit.AuditAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** What a server with the audit writes down, of Spring Security's events and of its answers. */
class AuditLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("relais.audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final WebApplicationContextRunner server =
            new WebApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    AuditLogAutoConfiguration.class, AuditAutoConfiguration.class));

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void aSignInNamesTheAccountAndNothingElse() {
        var person = new TestingAuthenticationToken("comite", "s3cret");
        person.setDetails("192.0.2.7");
        server.run(context -> context.publishEvent(new AuthenticationSuccessEvent(person)));

        assertThat(line())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "event.kind", "event",
                                "event.category", "authentication",
                                "event.action", "sign-in",
                                "event.outcome", "success",
                                "user.id", "comite"));
        assertThat(text()).doesNotContain("s3cret", "192.0.2.7");
    }

    /** Somebody may type a password into the field for the name. */
    @Test
    void whatWasTypedBeforeAFailureIsNotWrittenDown() {
        server.run(
                context ->
                        context.publishEvent(
                                new AuthenticationFailureBadCredentialsEvent(
                                        new TestingAuthenticationToken("s3cret", "comite"),
                                        new BadCredentialsException("wrong"))));

        assertThat(line())
                .containsEntry("event.outcome", "failure")
                .containsEntry("user.id", "unknown");
        assertThat(text()).doesNotContain("s3cret");
    }

    @Test
    void aServiceThatTakesTokensWritesNoSignInForEachCall() {
        var person = new TestingAuthenticationToken("comite", "token");
        server.withPropertyValues("relais.audit.sign-ins=false")
                .run(context -> context.publishEvent(new AuthenticationSuccessEvent(person)));

        assertThat(lines.list).isEmpty();
    }

    @Test
    void anActOfAnOperatorHasItsOutcome() {
        answered("POST", "/rebuilds", "exploitation", 202);

        assertThat(line())
                .containsEntry("event.action", "operation")
                .containsEntry("event.outcome", "success")
                .containsEntry("user.id", "exploitation")
                .containsEntry("http.request.method", "POST")
                .containsEntry("url.path", "/rebuilds")
                .containsEntry("http.response.status_code", 202);
    }

    @Test
    void anActThatFailsIsWrittenDownToo() {
        answered("POST", "/parked/x-1/skip", "exploitation", 409);

        assertThat(line()).containsEntry("event.outcome", "failure");
    }

    @Test
    void readsAndWhatConcernsOnlyOneselfAreNoActs() {
        answered("GET", "/rebuilds", "exploitation", 200);
        answered("POST", "/experiences", "besancon", 201);

        assertThat(lines.list).isEmpty();
    }

    @Test
    void aRefusalNamesWhomATokenNamed() {
        server.run(
                context -> {
                    var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
                    request.setQueryString("q=private");
                    var known = new TestingAuthenticationToken("besancon", "token");
                    request.setAttribute(
                            RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
                            new SecurityContextImpl(known));
                    var response = new MockHttpServletResponse();
                    response.setStatus(403);
                    filter(context).doFilter(request, response, new MockFilterChain());
                });

        assertThat(line())
                .containsEntry("event.action", "refusal")
                .containsEntry("user.id", "besancon")
                .containsEntry("http.response.status_code", 403);
        assertThat(text()).doesNotContain("private");
    }

    @Test
    void whoBroughtNoTokenIsNobody() {
        answered("POST", "/experiences", null, 401);

        assertThat(line())
                .containsEntry("user.id", "anonymous")
                .containsEntry("http.response.status_code", 401);
    }

    private void answered(String method, String path, @Nullable String user, int status) {
        server.run(
                context -> {
                    var request = new MockHttpServletRequest(method, path);
                    request.setRemoteUser(user);
                    var response = new MockHttpServletResponse();
                    response.setStatus(status);
                    filter(context)
                            .doFilter(
                                    request,
                                    response,
                                    new MockFilterChain(
                                            new NoServlet(), new AuditFilter.Account()));
                });
    }

    private static AuditFilter filter(ApplicationContext context) {
        Object filter = context.getBean("auditFilter", FilterRegistrationBean.class).getFilter();
        return (AuditFilter) requireNonNull(filter);
    }

    private Map<String, Object> line() {
        assertThat(lines.list).hasSize(1);
        Map<String, Object> members = new TreeMap<>();
        for (KeyValuePair pair : lines.list.getFirst().getKeyValuePairs()) {
            members.put(pair.key, pair.value);
        }
        return members;
    }

    private String text() {
        ILoggingEvent line = lines.list.getFirst();
        return line.getFormattedMessage() + line.getKeyValuePairs();
    }

    /** The end of the chain. */
    private static final class NoServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        public void service(ServletRequest request, ServletResponse response) {}
    }
}
