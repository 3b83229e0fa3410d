package relais.portal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a page is about, in the words of schema.org, as JSON-LD for a script element of a page. */
@Component
public record LinkedData(JsonMapper json) {

    /**
     * @param type of schema.org, such as {@code CreativeWork}
     * @param said its properties; maps and lists may be nested
     */
    public String of(String type, Map<String, ?> said) {
        var all = new LinkedHashMap<String, Object>();
        all.put("@context", "https://schema.org");
        all.put("@type", type);
        all.putAll(said);
        // Within an element nothing may look like its end.
        return json.writeValueAsString(all).replace("<", "\\u003c");
    }
}
