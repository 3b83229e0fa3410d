package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

class FilterArgumentResolverTest {

    private final FilterArgumentResolver resolver = new FilterArgumentResolver();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "territory=departement:45",
                "territory=departement:45&territory=region:24",
                "territory=departement:45,region:24",
                "territory=departement:45, region:24&q=a,b",
                "territory=&kind=&q=",
                "territory=&territory=",
                "territory=a,b&territory=c",
                "q=a&q=b",
                "kind=ALL&axis=USES&level=ECOLE&partner=p-1&status=STANDING&tag=a&tag=b",
                "from=2015-10-01&to=2015-12-31&asOf=2015-12-31T23:00:00Z",
                "limit=3&other=x"
            })
    void readsWhatSpringsBindingReads(String query) throws Exception {
        MethodParameter parameter =
                new MethodParameter(
                        FilterReader.class.getDeclaredMethod(
                                "read", FilterParameters.class, List.class),
                        0);

        assertThat(resolver.supportsParameter(parameter)).isTrue();
        assertThat(resolver.resolveArgument(parameter, null, request(query), null))
                .isEqualTo(bySpring(parameter, request(query)));
    }

    private static @Nullable Object bySpring(MethodParameter parameter, ServletWebRequest request)
            throws Exception {
        var initializer = new ConfigurableWebBindingInitializer();
        initializer.setConversionService(new DefaultFormattingConversionService());
        return new ServletModelAttributeMethodProcessor(true)
                .resolveArgument(
                        parameter,
                        new ModelAndViewContainer(),
                        request,
                        new ServletRequestDataBinderFactory(null, initializer));
    }

    private static ServletWebRequest request(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/feed");
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            request.addParameter(each.substring(0, equals), each.substring(equals + 1));
        }
        return new ServletWebRequest(request);
    }
}
