package relais.portal.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A change that a service is asked for.
 *
 * @param path of the service, with variables
 * @param body as JSON; null for none
 * @param variables of the path that are not those of the page's address
 */
public record Change(
        HttpMethod method, String path, @Nullable Object body, Map<String, String> variables) {

    public static Change post(String path, Object body) {
        return new Change(HttpMethod.POST, path, body, Map.of());
    }

    public static Change put(String path, Object body) {
        return new Change(HttpMethod.PUT, path, body, Map.of());
    }

    public static Change delete(String path) {
        return new Change(HttpMethod.DELETE, path, null, Map.of());
    }

    /** The same with one more variable of the path. */
    public Change with(String name, String value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new Change(method, path, body, more);
    }

    /** The same with a parameter after those that its path has. */
    public Change asking(String name, String value) {
        String mark = path.contains("?") ? "&" : "?";
        return new Change(method, path + mark + name + "={" + name + "}", body, variables)
                .with(name, value);
    }
}
