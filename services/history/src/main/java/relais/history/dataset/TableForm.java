package relais.history.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of file that a table has.
 *
 * @param extension of its name, without a dot before it
 * @param hasRows whether it holds the rows, and not only what they mean
 */
public record TableForm(String extension, boolean hasRows, Writing writing) {

    /** Writes a table. The same rows make the same bytes. */
    @FunctionalInterface
    public interface Writing {

        /**
         * @param out not closed
         */
        void write(Table table, List<List<@Nullable Object>> rows, OutputStream out)
                throws IOException;
    }

    /** Its name. */
    public String file(Table table) {
        return table.code() + "." + extension;
    }
}
