package relais.web;

import jakarta.servlet.Filter;
import java.io.File;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import relais.limits.RequestRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Problems, filters, JSON and arguments; see the package for what they do. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@PropertySource("classpath:relais/web/defaults.properties")
class WebConventionsAutoConfiguration {

    /** Security sits at -100; what must also be on its refusals comes before it. */
    private static final int BEFORE_SECURITY = -200;

    private static final int AFTER_SECURITY = -50;

    @Bean
    JsonConventions jsonConventions() {
        return new JsonConventions();
    }

    @Bean
    ProblemMessages problemMessages(WebProperties properties) {
        return new ProblemMessages(properties.messages(), getClass().getClassLoader());
    }

    @Bean
    ProblemWriter problemWriter(ProblemMessages messages, JsonMapper json) {
        return new ProblemWriter(messages, json);
    }

    @Bean
    ProblemResolver problemResolver(ObjectProvider<ProblemMapping> mappings, ProblemWriter writer) {
        var translator = new ProblemTranslator(mappings.orderedStream().toList());
        return new ProblemResolver(translator, writer);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemResolver problems, ProblemWriter writer) {
        return new ProblemErrorController(problems, writer);
    }

    @Bean
    TomcatProblems tomcatProblems(ProblemWriter writer) {
        return new TomcatProblems(writer);
    }

    @Bean
    FilterRegistrationBean<CorrelationIdFilter> correlationIdFilter() {
        return ordered(new CorrelationIdFilter(), BEFORE_SECURITY);
    }

    @Bean
    FilterRegistrationBean<AccessLogFilter> accessLogFilter() {
        return ordered(new AccessLogFilter(), BEFORE_SECURITY + 1);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            WebProperties properties, ProblemWriter writer) {
        return ordered(new BodyLimitFilter(new BodyLimits(properties), writer), AFTER_SECURITY);
    }

    @Bean
    PublicReads publicReads(WebProperties properties) {
        return new PublicReads(properties);
    }

    @Bean
    FilterRegistrationBean<ValidatorFilter> validatorFilter(
            ObjectProvider<ReadState> states, PublicReads publicReads) {
        return ordered(
                new ValidatorFilter(states.orderedStream().toList(), publicReads, release()),
                AFTER_SECURITY + 1);
    }

    @Bean
    FilterRegistrationBean<SeveralVersionsFilter> severalVersionsFilter(ProblemWriter writer) {
        return ordered(new SeveralVersionsFilter(writer), AFTER_SECURITY + 2);
    }

    /** When this program was built: all instances of one release tell the same. */
    private static String release() {
        File program = new ApplicationHome().getSource();
        return program == null ? "" : String.valueOf(program.lastModified());
    }

    @Bean
    RequestRefusal requestRefusal(ProblemWriter writer) {
        Problem busy = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy");
        Problem often = Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
        return (request, response) ->
                writer.write(
                        response.getStatus() == often.status().value() ? often : busy,
                        request,
                        response);
    }

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    MvcConventions mvcConventions(ProblemResolver problems, ObjectProvider<Clock> clock) {
        return new MvcConventions(problems, clock.getIfAvailable(Clock::systemUTC));
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
