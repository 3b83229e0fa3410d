package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SOUND =
            """
            {"openapi": "3.1.0", "tags": [{"name": "things"}],
             "paths": {"/things/{id}": {"get": {
              "operationId": "one", "summary": "One thing", "tags": ["things"],
              "parameters": [{"name": "axis", "in": "query",
               "schema": {"type": "array", "items": {"type": "string", "enum": ["A"]}}}],
              "responses": {
               "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
               "404": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}},
             "components": {"schemas": {"Thing": {"type": "object", "required": ["id"],
              "properties": {"id": {"type": "string", "example": "x"}, "size": {"type": "integer"}}}}}}\
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json | {\"id\": \"a\"} | ''",
                "200 | application/json | {\"id\": \"a\", \"size\": 1} | ''",
                "200 | application/json | {\"size\": 1} | id",
                "200 | application/json | {\"id\": \"a\", \"size\": \"1\"} | size",
                "200 | application/json | {\"id\": \"a\", \"colour\": \"red\"} | colour",
                "200 | application/hal+json | {\"id\": \"a\"} | no schema for application/hal+json",
                "404 | application/problem+json | {\"title\": \"None\"} | ''",
                "404 | application/json | {\"title\": \"None\"} | no schema for application/json",
                "409 | application/problem+json | {} | is not described",
            })
    void anAnswerIsHeldAgainstItsDescription(
            int status, String type, String body, String difference) {
        List<String> differences =
                new ApiDescription(JSON.readTree(SOUND))
                        .differences("GET", "/things/1", status, type, JSON.readTree(body));

        if (difference.isEmpty()) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences).singleElement().asString().contains(difference);
        }
    }

    @Test
    void aSoundDescriptionHasNoFaults() {
        assertThat(new ApiDescription(JSON.readTree(SOUND)).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"operationId\": \"one\", | '' | has no operationId",
                "\"summary\": \"One thing\" | \"summary\": \" \" | has no summary",
                "\"tags\": [\"things\"] | \"tags\": [] | has no tags",
                "{\"name\": \"things\"} | {\"name\": \"others\"} | a tag that is not listed: things",
                "application/problem+json | application/json | 404 is described as application/json",
                "\"size\": {\"type\": \"integer\"} | \"size\": {} | Thing.size has no type",
                "{\"$ref\": \"#/components/schemas/Thing\"} | {} | 200 has no schema",
                "\"example\": \"x\" | \"example\": 1 | Thing.id, example",
                "\"type\": \"array\", | \"type\": \"array\", \"enum\": [\"A\"], | axis",
            })
    void whatIsWrongWithADescriptionIsNamed(String sound, String wrong, String fault) {
        String description = SOUND.replace(sound, wrong);

        assertThat(description).isNotEqualTo(SOUND);
        assertThat(new ApiDescription(JSON.readTree(description)).faults())
                .singleElement()
                .asString()
                .contains(fault);
    }
}
