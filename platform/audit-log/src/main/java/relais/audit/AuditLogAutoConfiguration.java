package relais.audit;

import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.autoconfigure.audit.AuditAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** The audit of a server; Spring Boot's own listeners bring it the sign-ins. */
@AutoConfiguration(before = AuditAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AuditSettings.class)
class AuditLogAutoConfiguration {

    /** Before security, at -100, and after the correlation id, which its lines are to have. */
    private static final int BEFORE_SECURITY = -195;

    private static final int AFTER_SECURITY = -61;

    @Bean
    AuditEventRepository auditLog(AuditSettings settings) {
        return new AuditLog(settings);
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(
            AuditSettings settings, ApplicationEventPublisher events) {
        var registration = new FilterRegistrationBean<>(new AuditFilter(settings, events));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AuditFilter.Account> auditedAccount() {
        var registration = new FilterRegistrationBean<>(new AuditFilter.Account());
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
