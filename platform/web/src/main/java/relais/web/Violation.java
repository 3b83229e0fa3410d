package relais.web;

import java.util.Arrays;
import java.util.List;

/**
 * One field of a request that cannot be accepted. In JSON: {@code {field, code, message}}.
 *
 * @param field the path of the field as the sender wrote it ({@code means.euros}, {@code
 *     links[2].url}), or the name of a query parameter or header
 * @param code what is wrong, stable for programs; the text is the message {@code violation.<code>}
 * @param args what fills {@code {0}}, {@code {1}}… in that message
 */
public record Violation(String field, String code, List<Object> args) {

    public Violation {
        args = List.copyOf(args);
    }

    public Violation(String field, String code, Object... args) {
        this(field, code, Arrays.asList(args));
    }
}
