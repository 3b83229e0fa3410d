package relais.recovery.http;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import relais.outbox.StoredAggregates;
import relais.recovery.KafkaLogs;
import relais.recovery.RecoverableService;
import relais.recovery.Recovery;
import relais.start.KafkaProperties;
import relais.web.ProblemMapping;
import relais.web.ProblemMessages;

/**
 * What an operator asks of a service that says what of it comes back from the log: what it lacks,
 * and to be filled again. Its start starts and stops the recovery.
 */
@AutoConfiguration(
        afterName = {
            "relais.start.StoreAutoConfiguration",
            "relais.start.LogAutoConfiguration",
            "relais.web.WebConventionsAutoConfiguration"
        })
@ConditionalOnBean(RecoverableService.class)
class RecoveryAutoConfiguration {

    @Bean(destroyMethod = "")
    Recovery recovery(
            RecoverableService service,
            MongoDatabase database,
            KafkaProperties kafka,
            Clock clock) {
        return new Recovery(service, database, new KafkaLogs(kafka.connection()), clock);
    }

    @Bean
    RecoveryController recoveryController(Recovery recovery, ProblemMessages messages) {
        return new RecoveryController(recovery, messages);
    }

    @Bean
    AggregatesController aggregatesController(StoredAggregates stored) {
        return new AggregatesController(stored);
    }

    @Bean
    ProblemMapping recoveryProblems() {
        return new RecoveryProblems();
    }

    @Bean
    HealthIndicator recoveryHealthIndicator(Recovery recovery) {
        return new RecoveryHealth(recovery);
    }

    @Bean
    WebMvcConfigurer recoveryGate(Recovery recovery) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RecoveryGate(recovery));
            }
        };
    }
}
