package relais.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the answers that follow from the shape of an operation, so that its controller describes
 * only what is particular to it. What a controller describes itself, is kept.
 *
 * <p>Successes, where no {@code @ApiResponse} describes one (a controller that describes refusals
 * with a content of their own only has to describe its success, too):
 *
 * <ul>
 *   <li>201 with {@code Location} if the operation takes {@code Idempotency-Key}
 *   <li>204 if it returns {@code ResponseEntity<Void>}
 *   <li>200 else, described as a page if it returns a {@link Page}
 * </ul>
 *
 * <p>Headers: {@code ETag} on JSON and Atom of every read, and of what takes {@code If-Match} or
 * {@code Idempotency-Key}; {@code Retry-After} on 429 and 503. 304 for every read.
 *
 * <p>Refusals, each with a problem of the service as its example:
 *
 * <ul>
 *   <li>400, 503 and {@code default} for every operation
 *   <li>401 and 403 unless anyone may call it
 *   <li>404 if its path has a variable
 *   <li>406 if its success has a body
 *   <li>413 and 415 if it takes a body
 *   <li>409 if it is no read and its path has a variable or it takes {@code Idempotency-Key}, and
 *       422 if it is no read and takes a body, {@code If-Match} or {@code Idempotency-Key}: both
 *       only of services that have words for a refusal of theirs ({@code state-conflict} and {@code
 *       rule-refused})
 *   <li>412 and 428 if it takes {@code If-Match}
 * </ul>
 *
 * <p>A refusal that a controller describes in words only gets the body of a problem, and the
 * example of its status if there is one. That goes for 429, too, which follows from no shape.
 */
record StandardResponses(ProblemWriter problems) {

    static final String PROBLEM = "Problem";

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Schema<?> PROBLEM_SCHEMA =
            new Schema<>().$ref("#/components/schemas/" + PROBLEM);

    /** What {@link ValidatorFilter} gives a validator, of what services answer. */
    private static final List<String> VALIDATED =
            List.of("application/json", "application/atom+xml");

    /** What the generator says of a success that nobody described. */
    private static final String UNDESCRIBED = "OK";

    /** Describes the success of an operation whose controller does not. */
    static Operation success(Operation operation, HandlerMethod method) {
        ApiResponses responses = operation.getResponses();
        if (responses == null || isDescribed(responses)) {
            return operation;
        }
        Content content = generated(responses);
        responses.remove("200");
        MethodParameter returned = method.getReturnType();
        boolean entity = returned.getParameterType() == ResponseEntity.class;
        Class<?> body =
                entity ? returned.nested().getNestedParameterType() : returned.getParameterType();
        var shape = new OperationShape(operation, false, false);
        if (shape.isKeyed()) {
            add(responses, "201", "Now or by the same request before", content);
        } else if (entity && body == Void.class) {
            add(responses, "204", "Done", null);
        } else if (body == Page.class) {
            add(responses, "200", "One page; the cursor, if any, asks for the next one", content);
        } else {
            add(responses, "200", shape.isVersioned() ? "Done" : UNDESCRIBED, content);
        }
        return operation;
    }

    private static void add(
            ApiResponses responses, String status, String description, @Nullable Content content) {
        responses.addApiResponse(
                status, new ApiResponse().description(description).content(content));
    }

    private static boolean isDescribed(ApiResponses responses) {
        return responses.entrySet().stream()
                .anyMatch(
                        each ->
                                isSuccess(each.getKey())
                                        && !UNDESCRIBED.equals(each.getValue().getDescription()));
    }

    /**
     * The body of the success. If a controller describes refusals only, the generator makes no
     * success, and gives the body to each refusal that is described in words only.
     */
    private static @Nullable Content generated(ApiResponses responses) {
        return responses.values().stream()
                .map(ApiResponse::getContent)
                .filter(content -> content != null && !content.containsKey(PROBLEM_JSON))
                .findFirst()
                .orElse(null);
    }

    /** Adds what a reference of an operation leads to. */
    void components(Components components) {
        components.addResponses(
                PROBLEM, problem("RFC 9457, in French or English by Accept-Language", null));
        for (StandardRefusal refusal : StandardRefusal.ALL) {
            if (isOfTheService(refusal)) {
                ApiResponse response = problem(refusal.description(), refusal.example());
                headers(refusal.status(), response);
                components.addResponses(refusal.component(), response);
            }
        }
    }

    /**
     * @param read whether it changes nothing
     * @param open whether anyone may call it
     */
    void add(Operation operation, boolean read, boolean open) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var shape = new OperationShape(operation, read, open);
        ApiResponses responses = operation.getResponses();
        responses.forEach((status, response) -> complete(shape, status, response));
        StandardRefusal.ALL.stream()
                .filter(refusal -> refusal.when().test(shape) && isOfTheService(refusal))
                .forEach(
                        refusal ->
                                responses.putIfAbsent(
                                        refusal.status(), reference(refusal.component())));
        responses.putIfAbsent("default", reference(PROBLEM));
        if (read) {
            responses.putIfAbsent("304", new ApiResponse().description("As If-None-Match has it"));
        }
    }

    private void complete(OperationShape shape, String status, ApiResponse response) {
        if (isSuccess(status)) {
            if (hasValidator(shape, response)) {
                addHeader(
                        response,
                        HttpHeaders.ETAG,
                        shape.read() ? "For If-None-Match" : "The new version, for If-Match",
                        new StringSchema());
            }
            if (status.equals("201")) {
                addHeader(response, HttpHeaders.LOCATION, "Where it is", new StringSchema());
            }
        } else if (response.get$ref() == null
                && (status.startsWith("4") || status.startsWith("5"))) {
            asProblem(status, response);
            headers(status, response);
        }
    }

    private static boolean hasValidator(OperationShape shape, ApiResponse success) {
        Content content = success.getContent();
        return content != null
                && (shape.read()
                        ? VALIDATED.stream().anyMatch(content::containsKey)
                        : shape.isVersioned() || shape.isKeyed());
    }

    /** A refusal that is described in words only would else be given the body of the success. */
    private void asProblem(String status, ApiResponse response) {
        Content described = response.getContent();
        MediaType media = described == null ? null : described.get(PROBLEM_JSON);
        if (media == null) {
            media = new MediaType();
            StandardRefusal.ALL.stream()
                    .filter(each -> each.status().equals(status) && isOfTheService(each))
                    .map(each -> problems.body(each.example(), null, Locale.ENGLISH, "5f0c2d7e"))
                    .findFirst()
                    .ifPresent(media::setExample);
        }
        response.setContent(new Content().addMediaType(PROBLEM_JSON, media.schema(PROBLEM_SCHEMA)));
    }

    private static void headers(String status, ApiResponse response) {
        if (status.equals("429") || status.equals("503")) {
            addHeader(response, HttpHeaders.RETRY_AFTER, "In seconds", new IntegerSchema());
        }
        if (status.equals("412")) {
            addHeader(response, HttpHeaders.ETAG, "The current version", new StringSchema());
        }
    }

    private static void addHeader(
            ApiResponse response, String name, String description, Schema<?> schema) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeaderObject(name, new Header().description(description).schema(schema));
        }
    }

    private ApiResponse problem(String description, @Nullable Problem example) {
        var media = new MediaType().schema(PROBLEM_SCHEMA);
        if (example != null) {
            media.setExample(problems.body(example, null, Locale.ENGLISH, "5f0c2d7e"));
        }
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(PROBLEM_JSON, media));
    }

    private boolean isOfTheService(StandardRefusal refusal) {
        return problems.hasWordsFor(refusal.example());
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2");
    }

    private static ApiResponse reference(String component) {
        return new ApiResponse().$ref("#/components/responses/" + component);
    }
}
