package relais.web;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Idempotency keys for a service that has a database. */
@AutoConfiguration(afterName = "relais.start.StoreAutoConfiguration")
@ConditionalOnSingleCandidate(MongoDatabase.class)
class IdempotencyAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    IdempotencyKeys idempotencyKeys(MongoDatabase database, ObjectProvider<Clock> clock) {
        return new IdempotencyKeys(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    WebMvcConfigurer refusedKeys(IdempotencyKeys keys) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RefusedKeys(keys));
            }
        };
    }

    /**
     * Makes the index that lets old reservations expire. Reservations are right without it, so a
     * database that is not there yet does not keep the service from starting; the next start tries
     * again.
     */
    @Bean
    ApplicationListener<ApplicationStartedEvent> idempotencyIndexes(IdempotencyKeys keys) {
        return _ -> {
            try {
                keys.createIndexes();
            } catch (MongoException e) {
                log.warn(
                        "Idempotency keys will not expire before the next start: {}", e.toString());
            }
        };
    }
}
