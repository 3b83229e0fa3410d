package relais.experiences.experience;

import java.util.Collection;
import java.util.Map;
import relais.aggregates.partner.PartnerId;

/** Which files partners have sent, and may put on their cards. */
public interface UploadedFiles {

    /** Those of these that the partner has sent and that are still kept, by their hash. */
    Map<String, UploadedFile> of(PartnerId partner, Collection<String> hashes);
}
