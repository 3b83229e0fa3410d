package relais.history.dataset;

import static relais.history.dataset.Column.Type.COUNT;
import static relais.history.dataset.Column.Type.DAY;
import static relais.history.dataset.Column.Type.INSTANT;
import static relais.history.dataset.Column.Type.LIST;
import static relais.history.dataset.Column.Type.NUMBER;
import static relais.history.dataset.Column.Type.TEXT;
import static relais.history.dataset.Column.count;
import static relais.history.dataset.Column.optional;
import static relais.history.dataset.Column.text;

import java.util.List;
import java.util.Locale;

/** The tables of an edition. Their rows are in the order of their keys. */
public enum Table {
    /** Those that are published. */
    EXPERIENCES(
            List.of("id"),
            text("id"),
            text("title"),
            text("preview"),
            text("partner"),
            optional("partner_name", TEXT),
            text("territory"),
            optional("territory_name", TEXT),
            optional("departement", TEXT),
            optional("region", TEXT),
            text("level"),
            new Column("axes", LIST, true),
            optional("tags", LIST),
            optional("audience", TEXT),
            optional("started_on", DAY),
            optional("ended_on", DAY),
            optional("euros", NUMBER),
            optional("results", TEXT),
            count("adoptions"),
            new Column("published_at", INSTANT, true),
            count("version"),
            text("page")),
    /** Of published experiences; those that ended, too. */
    ADOPTIONS(
            List.of("experience", "adoption"),
            text("experience"),
            text("adoption"),
            text("partner"),
            optional("partner_name", TEXT),
            text("territory"),
            optional("territory_name", TEXT),
            new Column("adopted_on", DAY, true),
            optional("reported_on", DAY),
            optional("results", TEXT),
            optional("ended_on", DAY)),
    /** Those that everyone could consult, unless they were withdrawn. */
    CONTRIBUTIONS(
            List.of("id"),
            text("id"),
            text("title"),
            text("kind"),
            text("status"),
            optional("axes", LIST),
            text("partner"),
            optional("partner_name", TEXT),
            new Column("published_at", INSTANT, true),
            optional("adopted_on", DAY),
            count("version"),
            text("page")),
    /** Those that stand. */
    OBJECTIVES(
            List.of("id"),
            text("id"),
            text("title"),
            text("axis"),
            text("indicator"),
            text("unit"),
            optional("baseline", NUMBER),
            optional("baseline_on", DAY),
            new Column("target", NUMBER, true),
            new Column("due_on", DAY, true),
            optional("value", NUMBER),
            optional("measured_on", DAY),
            text("page")),
    /** Of objectives that stand. */
    MEASURES(
            List.of("objective", "number"),
            text("objective"),
            count("number"),
            new Column("measured_on", DAY, true),
            new Column("value", NUMBER, true),
            optional("source", TEXT)),
    /** Of each territory in which there is something, itself or in what it contains. */
    TERRITORIES(
            List.of("territory"),
            text("territory"),
            optional("territory_name", TEXT),
            text("scheme"),
            new Column("experiences", COUNT, true),
            count("adoptions"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> key;

    @SuppressWarnings("ImmutableEnumChecker") // as well
    private final List<Column> columns;

    Table(List<String> key, Column... columns) {
        this.key = key;
        this.columns = List.of(columns);
    }

    /** As in addresses and names of files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the columns that tell a row from the others. */
    public List<String> key() {
        return key;
    }

    public List<Column> columns() {
        return columns;
    }
}
