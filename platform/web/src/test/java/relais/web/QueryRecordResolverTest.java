package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.ServletWebRequest;

class QueryRecordResolverTest {

    private final QueryRecordResolver resolver = new QueryRecordResolver();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    record Texts(@Nullable String status, @Nullable List<String> axis) {}

    record Figures(@Nullable String status, @Nullable Long limit) {}

    /** What a controller may take. */
    @SuppressWarnings("unused") // Only its parameters are looked at.
    private static void answer(
            Texts texts, Figures figures, String text, @RequestBody Texts fromTheBody) {}

    private static MethodParameter parameter(int index) {
        Method method =
                Stream.of(QueryRecordResolverTest.class.getDeclaredMethods())
                        .filter(each -> each.getName().equals("answer"))
                        .findFirst()
                        .orElseThrow();
        return new MethodParameter(method, index);
    }

    private Object resolved() {
        return resolver.resolveArgument(parameter(0), null, new ServletWebRequest(request), null);
    }

    @Test
    void takesRecordsOfTextsFromTheQueryOnly() {
        assertThat(resolver.supportsParameter(parameter(0))).isTrue();
        assertThat(resolver.supportsParameter(parameter(1))).isFalse();
        assertThat(resolver.supportsParameter(parameter(2))).isFalse();
        assertThat(resolver.supportsParameter(parameter(3))).isFalse();
    }

    @Test
    void whatIsNotGivenIsNull() {
        assertThat(resolved()).isEqualTo(new Texts(null, null));
    }

    @Test
    void takesValuesAsTheyAre() {
        request.addParameter("status", " a,b ");
        request.addParameter("axis", "USES,INDUSTRY");

        assertThat(resolved()).isEqualTo(new Texts(" a,b ", List.of("USES,INDUSTRY")));
    }

    @Test
    void aListHasAllValuesInTheirOrder() {
        request.addParameter("status", "");
        request.addParameter("axis", "USES", "INDUSTRY");

        assertThat(resolved()).isEqualTo(new Texts("", List.of("USES", "INDUSTRY")));
    }
}
