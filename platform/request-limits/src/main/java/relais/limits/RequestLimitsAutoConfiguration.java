package relais.limits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** The limits, of a server that says how it refuses. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestLimits.class)
@PropertySource("classpath:relais/limits/defaults.properties")
class RequestLimitsAutoConfiguration {

    /**
     * Before security, at -100, which may ask for keys or read a form; after the correlation id and
     * the log of requests of {@code platform/web}.
     */
    private static final int BEFORE_SECURITY = -190;

    @Bean
    RequestsInHand requestsInHand(RequestLimits limits) {
        return new RequestsInHand(limits);
    }

    @Bean
    FilterRegistrationBean<RequestLimitFilter> requestLimitFilter(
            RequestsInHand inHand, RequestLimits limits, RequestRefusal refusal) {
        var registration =
                new FilterRegistrationBean<>(new RequestLimitFilter(inHand, limits, refusal));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }
}
