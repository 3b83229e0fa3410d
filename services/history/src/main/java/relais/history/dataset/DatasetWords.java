package relais.history.dataset;

import java.util.Locale;
import java.util.ResourceBundle;

/** What tables and columns are called, in French and English. */
public final class DatasetWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public String title(Table table, Locale language) {
        return text("table." + table.code(), language);
    }

    public String description(Table table, Locale language) {
        return text("table." + table.code() + ".description", language);
    }

    public String column(String name, Locale language) {
        return text("column." + name, language);
    }

    public String text(String key, Locale language) {
        return ResourceBundle.getBundle("datasets", language, NO_FALLBACK).getString(key);
    }
}
