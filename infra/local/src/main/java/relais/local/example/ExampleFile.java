package relais.local.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A file of the example data. Tables are CSV: {@code ;} between cells, quotes around cells that
 * need them, a header row.
 */
record ExampleFile(String name) {

    static final ExampleFile PARTNERS = new ExampleFile("partners.csv");
    static final ExampleFile MANDATES = new ExampleFile("mandates.csv");
    static final ExampleFile EXPERIENCES = new ExampleFile("experiences.csv");

    /** Not a table, but rows in JSON: they hold texts and lists. */
    static final ExampleFile CONTRIBUTIONS = new ExampleFile("contributions.json");

    /** A picture or document that a card of {@link #EXPERIENCES} names. */
    static ExampleFile ofCard(String name) {
        return new ExampleFile("files/" + name);
    }

    String text() {
        return new String(bytes(), UTF_8);
    }

    /** The file as it is. */
    byte[] bytes() {
        try (InputStream file = ExampleFile.class.getResourceAsStream("/example/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The resource example/" + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource example/" + name + " cannot be read", e);
        }
    }

    /** The rows of a table, each as its cells by column; an empty cell is left out. */
    List<Map<String, String>> rows() {
        List<List<String>> lines = lines(text());
        List<String> header = lines.getFirst();
        return lines.stream().skip(1).map(cells -> row(header, cells)).toList();
    }

    private Map<String, String> row(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(
                    "example/" + name + " has a row of another length: " + cells);
        }
        var row = new LinkedHashMap<String, String>();
        IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).isEmpty())
                .forEach(i -> row.put(header.get(i), cells.get(i)));
        return row;
    }

    static List<List<String>> lines(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ';' && c != '\n')) {
                cell.append(c);
            } else {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            }
        }
        return lines;
    }
}
