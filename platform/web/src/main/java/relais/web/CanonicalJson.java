package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in one form only, so that the same values have the same digest wherever it is computed:
 * names in order, no white space, only that escaped in texts which JSON demands (shortly where it
 * has a short form, else as {@code \\u} and four lower-case digits), numbers as they are written.
 * In Python: {@code json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)},
 * but for numbers with a fraction.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                                    .build())
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();

    private CanonicalJson() {}

    /**
     * The text.
     *
     * @param value maps, lists, texts, numbers, booleans and nulls, or a tree of them
     */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
    public static String digest(Object value) {
        return Sha256.hex(text(value).getBytes(UTF_8));
    }
}
