package relais.history.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.history.dataset.DatasetWords;
import relais.history.dataset.Edition;
import relais.history.dataset.Table;

/** The catalogue as those who harvest it read it. */
class CatalogTest {

    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String DCT = "http://purl.org/dc/terms/";

    private final Catalog catalog = new Catalog(new DatasetWords(), "https://relais.example.fr");
    private final Shapes shapes =
            Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/dcat-ap-mandatory.ttl"));

    @Test
    void bothFormsSayTheSame() {
        assertThat(turtle().isIsomorphicWith(parse(catalog.jsonLd(edition()), Lang.JSONLD)))
                .isTrue();
    }

    @Test
    void hasWhatTheProfileMakesMandatory() {
        ValidationReport report = validate(turtle());

        assertThat(report.getEntries()).isEmpty();
        assertThat(report.conforms()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DCT + "title",
                DCT + "publisher",
                DCT + "license",
                DCT + "format",
                DCAT + "accessURL",
                DCAT + "byteSize",
                DCAT + "distribution",
                "http://spdx.org/rdf/terms#checksumValue",
                "http://xmlns.com/foaf/0.1/name"
            })
    void lackingOneOfThemIsFound(String property) {
        Model model = turtle();
        model.removeAll(null, model.createProperty(property), null);

        assertThat(validate(model).conforms()).isFalse();
    }

    @Test
    void everyTableHasACsvAParquetFileAndASchema() {
        Model model = turtle();

        assertThat(objects(model, DCAT + "downloadURL"))
                .hasSize(Table.values().length * 2)
                .contains(
                        "https://relais.example.fr/donnees/fichiers/latest/experiences.csv",
                        "https://relais.example.fr/donnees/fichiers/latest/territories.parquet");
        assertThat(objects(model, DCT + "conformsTo"))
                .contains("https://relais.example.fr/donnees/fichiers/latest/measures.schema.json");
    }

    private ValidationReport validate(Model model) {
        Graph graph = model.getGraph();
        return ShaclValidator.get().validate(shapes, graph);
    }

    private Model turtle() {
        return parse(catalog.turtle(edition()), Lang.TURTLE);
    }

    private static Model parse(String text, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), "urn:base", language);
        return model;
    }

    private static Stream<String> stream(Model model, String property) {
        return model.listObjectsOfProperty(model.createProperty(property)).toList().stream()
                .map(RDFNode::toString);
    }

    private static List<String> objects(Model model, String property) {
        return stream(model, property).toList();
    }

    private static Edition edition() {
        SortedMap<String, Edition.MadeFile> files = new TreeMap<>();
        for (Table table : Table.values()) {
            for (DatasetsController.Form form : DatasetsController.Form.values()) {
                files.put(form.file(table), new Edition.MadeFile(1_234, 5, "0f".repeat(32)));
            }
        }
        return new Edition(
                7,
                LocalDate.parse("2026-11-27"),
                Instant.parse("2026-11-27T02:00:00.000Z"),
                "token",
                10,
                10,
                "a".repeat(64),
                0,
                files,
                Edition.NOTHING,
                "");
    }
}
