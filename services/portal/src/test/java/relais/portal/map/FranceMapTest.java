package relais.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FranceMapTest {

    private final FranceMap map = FranceMap.load();

    @Test
    void hasEveryDepartementAndAnOutlineForIt() throws IOException {
        Drawing drawing = draw(null);

        assertThat(drawing.shapes()).hasSize(101);
        assertThat(drawing.overseas())
                .extracting(Drawing.Shape::code)
                .containsExactly("971", "972", "973", "974", "976");
        try (InputStream file =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/static/assets/france.svg"))) {
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(drawing.shapes())
                    .allMatch(shape -> svg.contains("<path id=\"d" + shape.code() + "\" d=\"M"));
            assertThat(drawing.aroundParis())
                    .allMatch(shape -> svg.contains("id=\"d" + shape.code() + "-large\""));
            assertThat(svg).contains("CC BY 4.0", "svg-maps");
        }
    }

    @Test
    void namesOfTheTableAreInFrenchOrder() {
        assertThat(draw("name").figures())
                .extracting(Drawing.Shape::name)
                .startsWith(
                        "Ain",
                        "Aisne",
                        "Allier",
                        "Alpes-de-Haute-Provence",
                        "Alpes-Maritimes",
                        "Ardèche",
                        "Ardennes");
    }

    @Test
    void theMostComesFirstUnlessAskedOtherwise() {
        assertThat(draw(null).figures().getFirst().code()).isEqualTo("45");
        assertThat(draw("count").figures().getLast().code()).isEqualTo("45");
        assertThat(draw("rubbish").figures().getFirst().code()).isEqualTo("45");
    }

    private Drawing draw(@Nullable String sort) {
        return map.draw(
                Map.of("departement:45", 9L, "departement:25", 2L),
                null,
                Function.identity(),
                FranceMap.FigureOrder.of(sort));
    }
}
