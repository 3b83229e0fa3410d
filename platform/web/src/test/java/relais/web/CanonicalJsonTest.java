package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    @Test
    void isOneTextWhateverOrderTheNamesCameIn() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("b", List.of(1, 2.5, true));
        inner.put("a", "é\u0001\n\"\u2028😀");
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("z", null);
        outer.put("inner", inner);

        String text = CanonicalJson.text(outer);

        assertThat(text)
                .isEqualTo(
                        "{\"inner\":{\"a\":\"é\\u0001\\n\\\"\u2028😀\",\"b\":[1,2.5,true]},\"z\":null}");
        assertThat(
                        CanonicalJson.text(
                                JsonMapper.shared()
                                        .readTree(JsonMapper.shared().writeValueAsString(outer))))
                .isEqualTo(text);
    }

    @Test
    void hasTheDigestThatPythonComputes() {
        // hashlib.sha256(json.dumps({"b": "\u00e9", "a": [1]}, sort_keys=True,
        //     separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
        assertThat(CanonicalJson.digest(Map.of("b", "é", "a", List.of(1))))
                .isEqualTo("04f34bc0940adae4d1055943965f4f1a5617be528e5e463451aa03f0ecff81f3");
    }
}
