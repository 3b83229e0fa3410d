package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import org.junit.jupiter.api.Test;
import org.springdoc.api.AbstractOpenApiResource;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The description of the interface at {@code /openapi}. */
class DescriptionIT extends RunningService {

    @Test
    void nothingOfTheDescriptionIsMadeBeforeSomeoneAsks() {
        try (ConfigurableApplicationContext fresh = start()) {
            var beans = fresh.getBeanFactory();
            assertThat(beans.getBeanNamesForType(AbstractOpenApiResource.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
            assertThat(beans.getBeanNamesForType(OpenAPI.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
            assertThat(beans.getBeanNamesForType(ModelConverterRegistrar.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
        }
    }

    @Test
    void theDescriptionTellsWhoMayCallAndHowRefusalsLook() {
        JsonNode api = send(get("/openapi")).json();

        assertThat(api.at("/info/title").asString()).isEqualTo("Test");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/paths/~1public~1list/get/security").toString()).isEqualTo("[]");
        assertThat(api.at("/paths/~1things/post/security/0/bearer").isArray()).isTrue();
        assertThat(api.at("/paths/~1things/post/responses/401/$ref").asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.at("/components/schemas/Problem/required").toString())
                .contains("correlationId");
        assertThat(api.at("/paths/~1public~1who/get/parameters").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1me/get/parameters").isMissingNode()).isTrue();
        assertThat(api.at("/components/schemas/Caller").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1error").isMissingNode()).isTrue();
        assertThat(api.at("/servers/0/url").asString()).contains(String.valueOf(PORT));
    }

    @Test
    void theDescriptionOfABodyIsOfWhatTheAnswerCarries() {
        JsonNode api = send(get("/openapi")).json();

        JsonNode content = api.at("/paths/~1things~1{id}/put/responses/200/content");
        assertThat(content.findValuesAsString("$ref"))
                .as(content.toString())
                .containsExactly("#/components/schemas/Change");
        assertThat(api.at("/components/schemas").propertyNames())
                .contains("Change")
                .noneMatch(name -> name.startsWith("ResponseEntity"));
    }
}
