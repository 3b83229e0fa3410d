package relais.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * What standard responses follow from.
 *
 * @param read whether it changes nothing
 * @param open whether anyone may call it
 */
record OperationShape(Operation operation, boolean read, boolean open) {

    private boolean takes(String header) {
        return parameters()
                .anyMatch(each -> "header".equals(each.getIn()) && header.equals(each.getName()));
    }

    /** Whether a repetition of the request creates nothing new. */
    boolean isKeyed() {
        return takes(IdempotencyKeys.HEADER);
    }

    /** Whether it changes something at the version that the sender read. */
    boolean isVersioned() {
        return takes(HttpHeaders.IF_MATCH);
    }

    boolean hasVariable() {
        return parameters().anyMatch(each -> "path".equals(each.getIn()));
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean answersWithBody() {
        return operation.getResponses().entrySet().stream()
                .anyMatch(
                        each ->
                                each.getKey().startsWith("2")
                                        && each.getValue().getContent() != null);
    }

    private Stream<Parameter> parameters() {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }
}
