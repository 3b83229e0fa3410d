package relais.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * One JSON for all services. Written: dates as ISO 8601 text, absent instead of null, decimals as
 * people write them, members in the order of the record. Read: nothing unknown, nothing twice, and
 * no guessing what a value of another type may have meant.
 */
final class JsonConventions implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder json) {
        json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.disable(
                DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));

        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        json.withCoercionConfig(
                LogicalType.Textual,
                text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
        json.addModule(IsoText.module());
        json.withCoercionConfig(
                LogicalType.Enum,
                name -> name.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }
}
