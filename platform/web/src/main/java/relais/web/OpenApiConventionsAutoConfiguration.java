package relais.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The description of each service at {@code /openapi}, made when someone first asks for it. */
@AutoConfiguration(after = WebConventionsAutoConfiguration.class)
@ConditionalOnClass({OpenAPI.class, GlobalOpenApiCustomizer.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiConventionsAutoConfiguration {

    /** The version of the API, which changes when a caller would have to. */
    private static final String VERSION = "1";

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    OpenAPI openApi(WebProperties properties) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title(properties.title())
                                .description(properties.description())
                                .version(VERSION)
                                .license(
                                        new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    /**
     * @param converters only has to exist: it tells the generator that a {@code ResponseEntity} is
     *     described as what it carries. Nobody else asks for it, and lazy as all of springdoc, it
     *     would never be made.
     */
    @Bean
    @Lazy
    GlobalOpenApiCustomizer problemsAndSecurity(
            PublicReads publicReads, ProblemWriter problems, ModelConverterRegistrar converters) {
        return new OpenApiConventions(publicReads, new StandardResponses(problems));
    }

    @Bean
    @Lazy
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    @Bean
    @Lazy
    GlobalOperationCustomizer withoutTheCaller() {
        return OpenApiConventions::withoutTheCaller;
    }

    @Bean
    @Lazy
    GlobalOperationCustomizer successes() {
        return StandardResponses::success;
    }

    /** Nothing of the generator is needed to serve a request, so nothing of it is made at start. */
    @Bean
    static BeanFactoryPostProcessor lazyOpenApi() {
        return new LazyOpenApi();
    }
}
