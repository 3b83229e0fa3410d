package relais.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Idempotency keys for a service that has a database. */
@AutoConfiguration(afterName = "relais.start.StoreAutoConfiguration")
@ConditionalOnSingleCandidate(MongoDatabase.class)
class IdempotencyAutoConfiguration {

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

    @Bean
    IdempotencyIndexes idempotencyIndexes(IdempotencyKeys keys) {
        return new IdempotencyIndexes(keys);
    }
}
