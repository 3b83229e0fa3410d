package relais.teststack;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Has {@link SentQueries} hear what every service under test asks of MongoDB. */
@AutoConfiguration
@ConditionalOnClass(MongoClientSettingsBuilderCustomizer.class)
class SentQueriesAutoConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer sentQueries() {
        return settings -> settings.addCommandListener(SentQueries.shared());
    }
}
