package relais.portal.call;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Which services did not answer while a page was made, as an attribute of its request. */
public final class MissingParts {

    private static final String ATTRIBUTE = MissingParts.class.getName();

    private MissingParts() {}

    /** Notes it on the thread that makes the page; on any other, that thread gets the answer. */
    static <T> Answer<T> noted(Answer<T> answer) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (answer instanceof Answer.Unavailable<T>(Service service) && request != null) {
            Set<Service> missing = EnumSet.of(service);
            missing.addAll(of(request));
            request.setAttribute(ATTRIBUTE, missing, RequestAttributes.SCOPE_REQUEST);
        }
        return answer;
    }

    /** The services that did not answer in this request. */
    public static Set<Service> ofThisRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? Set.of() : of(request);
    }

    private static Set<Service> of(RequestAttributes request) {
        Set<Service> missing = EnumSet.noneOf(Service.class);
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof Set<?> known) {
            known.forEach(service -> missing.add((Service) service));
        }
        return missing;
    }
}
