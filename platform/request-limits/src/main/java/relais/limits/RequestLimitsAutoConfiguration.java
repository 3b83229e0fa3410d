package relais.limits;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** The limits, of a server that says how it refuses. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({RequestLimits.class, RateLimits.class})
@PropertySource("classpath:relais/limits/defaults.properties")
class RequestLimitsAutoConfiguration {

    /**
     * Before security, at -100, which may ask for keys or read a form; after the correlation id and
     * the log of requests of {@code platform/web}.
     */
    private static final int BEFORE_SECURITY = -190;

    private static final int AFTER_SECURITY = -60;

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

    /** Before anything is spent on who comes too often. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> addressRateFilter(
            RateLimits limits, RequestRefusal refusal) {
        var buckets =
                new TokenBuckets(
                        limits.addressPerSecond(),
                        limits.addressBurst(),
                        limits.instances(),
                        limits.most(),
                        System::nanoTime);
        return registered(
                new RateLimitFilter(buckets, CallerAddress.apartFrom(limits.apart())::of, refusal),
                BEFORE_SECURITY - 1);
    }

    /** Once it is known who asks. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> accountRateFilter(
            RateLimits limits, RequestRefusal refusal) {
        var buckets =
                new TokenBuckets(
                        limits.accountPerSecond(),
                        limits.accountBurst(),
                        limits.instances(),
                        limits.most(),
                        System::nanoTime);
        return registered(
                new RateLimitFilter(buckets, HttpServletRequest::getRemoteUser, refusal),
                AFTER_SECURITY);
    }

    @Bean
    MeterBinder rateRefusals(
            @Qualifier("addressRateFilter") FilterRegistrationBean<RateLimitFilter> addresses,
            @Qualifier("accountRateFilter") FilterRegistrationBean<RateLimitFilter> accounts) {
        return registry -> {
            count("address", requireNonNull(addresses.getFilter()), registry);
            count("account", requireNonNull(accounts.getFilter()), registry);
        };
    }

    private static void count(String by, RateLimitFilter filter, MeterRegistry registry) {
        FunctionCounter.builder("relais.requests.limited", filter, RateLimitFilter::refused)
                .tag("by", by)
                .description("Requests of those who came too often")
                .register(registry);
    }

    private static FilterRegistrationBean<RateLimitFilter> registered(
            RateLimitFilter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
