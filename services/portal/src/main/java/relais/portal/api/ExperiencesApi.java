package relais.portal.api;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The service where territories write what they did, and where the committee reviews it. What
 * creates something carries a key, so that the same request sent again creates nothing more.
 */
@HttpExchange(accept = "application/json")
public interface ExperiencesApi extends ParkedApi, RedriveAllApi {

    String IF_MATCH = "If-Match";
    String KEY = "Idempotency-Key";

    /** The drafts of one's own partner, by id; {@code limit}, {@code cursor}. */
    @GetExchange("/drafts")
    Listing<WrittenExperience> drafts(@RequestParam MultiValueMap<String, String> page);

    @GetExchange("/drafts/{id}")
    WrittenExperience draft(@PathVariable String id);

    @PostExchange("/drafts")
    WrittenExperience keepDraft(@RequestHeader(KEY) String key, @RequestBody ExperienceText text);

    @PutExchange("/drafts/{id}")
    WrittenExperience editDraft(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody ExperienceText text);

    /** Refused for what its submission would be refused for; nothing is done. */
    @PostExchange("/drafts/{id}/submission/rehearsal")
    ResponseEntity<Void> rehearseDraft(@PathVariable String id);

    /**
     * Those of one's own partner; the oldest submission first.
     *
     * @param question {@code scope}, {@code status}, {@code limit}, {@code cursor}
     */
    @GetExchange("/experiences")
    Listing<WrittenExperience> experiences(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/experiences/{id}")
    WrittenExperience experience(@PathVariable String id);

    /** Takes a table of experiences, CSV in UTF-8, row by row. */
    @PostExchange(url = "/imports", contentType = "text/csv")
    ImportReport importTable(@RequestBody byte[] table);

    /** Says what {@link #importTable} would do, and does nothing. */
    @PostExchange(url = "/imports/rehearsal", contentType = "text/csv")
    ImportReport rehearseImport(@RequestBody byte[] table);
}
