package relais.history.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import relais.history.dataset.DatasetWords;
import relais.history.dataset.Edition;
import relais.history.dataset.Table;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The open data as a DCAT-AP 3 catalogue. It is made as JSON-LD of one form (each value an object
 * with {@code @id} or {@code @value}), so that Turtle says the same.
 *
 * @param pages the portal, which hands out the files, without a slash at the end
 */
public record Catalog(DatasetWords words, String pages) {

    static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

    /** Of the prefixes, in the order in which Turtle has them. */
    static final List<Map.Entry<String, String>> PREFIXES =
            List.of(
                    Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
                    Map.entry("dct", "http://purl.org/dc/terms/"),
                    Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
                    Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
                    Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
                    Map.entry("spdx", "http://spdx.org/rdf/terms#"),
                    Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
                    Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private static final String RESOURCE = "rdfs:Resource";
    private static final String EUROPE = "http://publications.europa.eu/resource/authority/";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String jsonLd(Edition edition) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode context = root.putObject("@context");
        PREFIXES.forEach(prefix -> context.put(prefix.getKey(), prefix.getValue()));
        root.setAll(catalog(edition));
        return JSON.writeValueAsString(root);
    }

    String turtle(Edition edition) {
        return CatalogTurtle.of(catalog(edition));
    }

    private ObjectNode catalog(Edition edition) {
        ObjectNode catalog = node(pages + "/donnees", "dcat:Catalog");
        told(catalog, "dct:title", "catalog");
        told(catalog, "dct:description", "catalog.description");
        catalog.set("dct:publisher", publisher());
        catalog.set("foaf:homepage", reference(pages + "/donnees", "foaf:Document"));
        catalog.set("dct:license", reference(LICENCE, "dct:LicenseDocument"));
        languages(catalog);
        catalog.set("dct:spatial", france());
        catalog.set("dct:modified", instant(edition));
        catalog.set("dcat:themeTaxonomy", taxonomy());
        ArrayNode datasets = catalog.putArray("dcat:dataset");
        for (Table table : Table.values()) {
            datasets.add(dataset(table, edition));
        }
        return catalog;
    }

    private ObjectNode dataset(Table table, Edition edition) {
        ObjectNode dataset = node(pages + "/donnees#" + table.code(), "dcat:Dataset");
        told(dataset, "dct:title", "table." + table.code());
        told(dataset, "dct:description", "table." + table.code() + ".description");
        dataset.set("dct:identifier", text("relais-" + table.code()));
        dataset.set("dct:publisher", publisher());
        dataset.set("dcat:contactPoint", contact());
        ArrayNode keywords = dataset.putArray("dcat:keyword");
        for (Locale language : languages()) {
            for (String word : words.text("keywords", language).split("\\|", -1)) {
                keywords.add(text(word, language));
            }
        }
        dataset.set("dcat:theme", theme());
        dataset.set(
                "dct:accrualPeriodicity", reference(EUROPE + "frequency/DAILY", "dct:Frequency"));
        dataset.set(
                "dct:accessRights",
                reference(EUROPE + "access-right/PUBLIC", "dct:RightsStatement"));
        languages(dataset);
        dataset.set("dct:spatial", france());
        dataset.set("dct:modified", instant(edition));
        dataset.set("dcat:landingPage", reference(pages + "/donnees", "foaf:Document"));
        ArrayNode distributions = dataset.putArray("dcat:distribution");
        distributions.add(distribution(table, edition, DatasetsController.Form.CSV));
        distributions.add(distribution(table, edition, DatasetsController.Form.PARQUET));
        return dataset;
    }

    private ObjectNode distribution(Table table, Edition edition, DatasetsController.Form form) {
        String file = form.file(table);
        Edition.MadeFile made = edition.files().get(file);
        ObjectNode distribution =
                node(pages + "/donnees#" + table.code() + "-" + form.code(), "dcat:Distribution");
        told(distribution, "dct:title", "distribution." + form.code());
        String address = pages + "/donnees/fichiers/" + DatasetsController.LATEST + "/";
        distribution.set("dcat:accessURL", reference(pages + "/donnees", RESOURCE));
        distribution.set("dcat:downloadURL", reference(address + file, RESOURCE));
        String type = form == DatasetsController.Form.CSV ? "text/csv" : form.mediaType();
        distribution.set(
                "dcat:mediaType",
                reference("https://www.iana.org/assignments/media-types/" + type, "dct:MediaType"));
        distribution.set(
                "dct:format",
                reference(EUROPE + "file-type/" + form.name(), "dct:MediaTypeOrExtent"));
        distribution.set("dct:license", reference(LICENCE, "dct:LicenseDocument"));
        String schema = DatasetsController.Form.SCHEMA.file(table);
        distribution.set("dct:conformsTo", reference(address + schema, "dct:Standard"));
        distribution.set("dct:modified", instant(edition));
        if (made != null) {
            distribution.set(
                    "dcat:byteSize", typed(String.valueOf(made.bytes()), "xsd:nonNegativeInteger"));
            ObjectNode checksum = JSON.createObjectNode();
            checksum.put("@type", "spdx:Checksum");
            checksum.set(
                    "spdx:algorithm",
                    reference(
                            "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                            "spdx:ChecksumAlgorithm"));
            checksum.set("spdx:checksumValue", typed(made.sha256(), "xsd:hexBinary"));
            distribution.set("spdx:checksum", checksum);
        }
        return distribution;
    }

    private ObjectNode publisher() {
        ObjectNode publisher = node(pages + "/a-propos", "foaf:Agent");
        told(publisher, "foaf:name", "publisher");
        return publisher;
    }

    private ObjectNode contact() {
        ObjectNode contact = JSON.createObjectNode();
        contact.put("@type", "vcard:Kind");
        contact.set("vcard:fn", text(words.text("publisher", Locale.FRENCH), Locale.FRENCH));
        contact.set("vcard:hasURL", reference(pages + "/contact", RESOURCE));
        return contact;
    }

    private ObjectNode taxonomy() {
        ObjectNode taxonomy = reference(EUROPE + "data-theme", "skos:ConceptScheme");
        told(taxonomy, "dct:title", "themes");
        return taxonomy;
    }

    private ObjectNode theme() {
        ObjectNode theme = reference(EUROPE + "data-theme/EDUC", "skos:Concept");
        told(theme, "skos:prefLabel", "theme");
        return theme;
    }

    private static ObjectNode france() {
        return reference(EUROPE + "country/FRA", "dct:Location");
    }

    private static void languages(ObjectNode to) {
        ArrayNode languages = to.putArray("dct:language");
        languages.add(reference(EUROPE + "language/FRA", "dct:LinguisticSystem"));
        languages.add(reference(EUROPE + "language/ENG", "dct:LinguisticSystem"));
    }

    private void told(ObjectNode to, String property, String key) {
        ArrayNode texts = to.putArray(property);
        languages().forEach(language -> texts.add(text(words.text(key, language), language)));
    }

    private static List<Locale> languages() {
        return new ArrayList<>(List.of(Locale.FRENCH, Locale.ENGLISH));
    }

    private static ObjectNode instant(Edition edition) {
        return typed(edition.madeAt().toString(), "xsd:dateTime");
    }

    private static ObjectNode node(String id, String type) {
        return JSON.createObjectNode().put("@id", id).put("@type", type);
    }

    private static ObjectNode reference(String id, String type) {
        return node(id, type);
    }

    private static ObjectNode text(String text) {
        return JSON.createObjectNode().put("@value", text);
    }

    private static ObjectNode text(String text, Locale language) {
        return text(text).put("@language", language.getLanguage());
    }

    private static ObjectNode typed(String text, String type) {
        return text(text).put("@type", type);
    }
}
