package relais.contributions.imports;

import java.util.List;

/** What rows of an archive may ask of one kind of aggregate. Each kind has a bean of this. */
public interface ImportedOperations {

    List<ImportedOperation<?>> operations();
}
