package relais.experiences.file;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import relais.aggregates.Stored;
import relais.experiences.draft.MongoDrafts;
import relais.experiences.experience.Experience;
import relais.experiences.experience.MongoExperiences;

/** Where files are referred to: by cards that are there to be read or reviewed, and by drafts. */
public record FilesOnCards(MongoExperiences experiences, MongoDrafts drafts) {

    /** Who may read a file is asked of no more cards than this. */
    private static final int MOST = 50;

    List<Experience> of(String hash) {
        return experiences.withFile(hash, MOST).stream().map(Stored::state).toList();
    }

    /** Those of these that something refers to. */
    Set<String> used(Collection<String> hashes) {
        Set<String> used = new HashSet<>(experiences.files(hashes, false));
        used.addAll(drafts.files(hashes));
        return used;
    }

    /** Those of these that are on cards whose text is hidden. */
    Set<String> hidden(Collection<String> hashes) {
        return experiences.files(hashes, true);
    }
}
