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
                .isEqualTo("#/components/responses/Unauthorized");
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

    @Test
    void answersThatFollowFromTheShapeOfAnOperationAreAdded() {
        JsonNode api = send(get("/openapi")).json();

        JsonNode put = api.at("/paths/~1things~1{id}/put/responses");
        assertThat(put.propertyNames())
                .contains("200", "400", "401", "403", "404", "406", "412", "413", "415", "428")
                .contains("503", "default")
                .doesNotContain("201", "304", "409", "422");
        assertThat(put.at("/200/headers").propertyNames()).containsExactly("ETag");
        assertThat(api.at("/paths/~1public~1list/get/responses").propertyNames())
                .contains("200", "304", "400", "406", "503")
                .doesNotContain("401", "403", "404", "412", "415");
        assertThat(api.at("/paths/~1public~1list/get/responses/200/description").asString())
                .contains("cursor");
        JsonNode created = api.at("/paths/~1creations/post/responses");
        assertThat(created.propertyNames()).contains("201").doesNotContain("200");
        assertThat(created.at("/201/headers").propertyNames()).contains("ETag", "Location");
        assertThat(created.at("/201/content").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/Change");
        assertThat(api.at("/paths/~1creations~1{id}/delete/responses").propertyNames())
                .contains("204")
                .doesNotContain("200", "406");
        assertThat(api.at("/components/responses/ServiceUnavailable/headers").propertyNames())
                .containsExactly("Retry-After");
    }

    @Test
    void whatAControllerDescribesItselfIsKept() {
        JsonNode refusals = send(get("/openapi")).json().at("/paths/~1creations/post/responses");

        assertThat(refusals.at("/409/description").asString()).isEqualTo("It is there");
        assertThat(refusals.at("/429/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(refusals.at("/429/headers").propertyNames()).containsExactly("Retry-After");
    }

    @Test
    void examplesOfRefusalsAreProblemsOfTheService() {
        JsonNode responses = send(get("/openapi")).json().at("/components/responses");

        assertThat(responses.has("Conflict")).isFalse();
        JsonNode stale =
                responses.at("/PreconditionFailed/content/application~1problem+json/example");
        assertThat(stale.path("type").asString()).endsWith("/stale-version");
        assertThat(stale.path("currentVersion").asInt()).isEqualTo(7);
        assertThat(stale.path("detail").asString()).isNotBlank();
    }
}
