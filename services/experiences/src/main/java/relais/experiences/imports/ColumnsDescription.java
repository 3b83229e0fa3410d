package relais.experiences.imports;

import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Names the columns in the description of an import: an annotation takes constants only. */
@Component
@Lazy
final class ColumnsDescription implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return method.getBeanType() == ImportsController.class
                ? operation.description(withColumns(operation.getDescription()))
                : operation;
    }

    static String withColumns(String description) {
        return description
                .replace("{columns}", names(ImportColumns::header))
                .replace("{French columns}", names(ImportColumns::frenchHeader));
    }

    private static String names(Function<ImportColumns, String> name) {
        return Arrays.stream(ImportColumns.values())
                .map(column -> "`" + name.apply(column) + "`")
                .collect(Collectors.joining(", "));
    }
}
