package relais.contributions.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.partner.Partners;
import relais.contributions.imports.ImportRows;

/** Archives. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    ImportRows importRows(Partners partners) {
        return new ImportRows(partners);
    }
}
