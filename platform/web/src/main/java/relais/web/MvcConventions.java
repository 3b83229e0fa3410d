package relais.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs these conventions into Spring MVC. */
final class MvcConventions implements WebMvcConfigurer {

    private final ProblemResolver problems;
    private final Clock clock;

    MvcConventions(ProblemResolver problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
        resolvers.add(new QueryRecordResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictQueryParameters());
        registry.addInterceptor(new LocalisedAnswers());
        registry.addInterceptor(new DefiniteContentTypes());
    }

    /**
     * Spring would read dates in the form of the reader's country, and take a comma in the only
     * value of a parameter that may be given several times for the end of it.
     */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
        registry.addConverter(
                String.class, LocalDate.class, text -> IsoDates.dateOrNow(text, clock));
        registry.addConverter(
                String.class, Instant.class, text -> IsoDates.instantOrNow(text, clock));
    }

    /**
     * JSON only: OpenAPI's libraries bring a YAML converter along, whose bodies would pass by every
     * rule that is set for JSON.
     */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(
                converters ->
                        converters.removeIf(
                                converter ->
                                        converter.getSupportedMediaTypes().stream()
                                                .anyMatch(MvcConventions::isYaml)));
    }

    private static boolean isYaml(MediaType type) {
        return type.getSubtype().contains("yaml");
    }

    /** None: requests are checked by the domain, and Spring's own would start a provider. */
    @Override
    public Validator getValidator() {
        return new NoValidator();
    }

    /** After a service's own handlers, before Spring's, which answer without words. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(Math.min(1, resolvers.size()), problems);
    }

    private static final class NoValidator implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {}
    }
}
