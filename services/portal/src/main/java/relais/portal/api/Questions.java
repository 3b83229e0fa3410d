package relais.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Parameters of a question to a service. */
public final class Questions {

    private Questions() {}

    /** A question of names and values by turns; what has no value is left out. */
    public static MultiValueMap<String, String> of(@Nullable Object... pairs) {
        var question = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                question.add(String.valueOf(pairs[i]), value.toString());
            }
        }
        return question;
    }
}
