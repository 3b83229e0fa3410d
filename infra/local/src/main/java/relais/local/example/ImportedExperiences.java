package relais.local.example;

import java.util.Map;

/**
 * What the experiences service made of its archive.
 *
 * @param ids the experiences' ids, by the archive's own name for them
 */
record ImportedExperiences(ImportedRows rows, Map<String, String> ids) {

    ImportedExperiences {
        ids = Map.copyOf(ids);
    }
}
