package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The service of what the committee writes, and of the threads about any card. */
@HttpExchange(accept = "application/json")
public interface ContributionsApi extends ParkedApi {

    String IF_MATCH = "If-Match";
    String IDEMPOTENCY_KEY = "Idempotency-Key";

    /**
     * The thread of a card, the oldest message first.
     *
     * @param question {@code subject}, {@code limit}, {@code cursor}
     */
    @GetExchange("/messages")
    Listing<Message> messages(@RequestParam MultiValueMap<String, String> question);

    @PostExchange("/messages")
    Posted postMessage(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewMessage message);

    /** Hides the text of a message for good. */
    @PostExchange("/messages/{id}/redaction")
    Posted redactMessage(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Reason reason);

    /**
     * Contributions, the latest opened first.
     *
     * @param filter {@code status}, {@code axis}, {@code kind}, {@code limit}, {@code cursor}
     */
    @GetExchange("/contributions")
    Listing<ContributionEntry> contributions(@RequestParam MultiValueMap<String, String> filter);

    @PostExchange("/contributions")
    ContributionChange openContribution(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Opening opening);

    @GetExchange("/contributions/{id}")
    Contribution contribution(@PathVariable String id);

    @GetExchange("/contributions/{id}/board")
    Board board(@PathVariable String id);

    @PutExchange("/contributions/{id}/text")
    ContributionChange publishText(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody NewText text);

    @GetExchange("/contributions/{id}/working-copy")
    WorkingCopy workingCopy(@PathVariable String id);

    /**
     * @param version of the working copy; absent for the first save
     */
    @PutExchange("/contributions/{id}/working-copy")
    WorkingCopy saveWorkingCopy(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String version,
            @RequestBody NewWorkingCopy copy);

    @DeleteExchange("/contributions/{id}/working-copy")
    void deleteWorkingCopy(@PathVariable String id, @RequestHeader(IF_MATCH) String version);

    @PostExchange("/contributions/{id}/evidence")
    ContributionChange cite(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Citation citation);

    @DeleteExchange("/contributions/{id}/evidence/{experience}")
    ContributionChange removeEvidence(
            @PathVariable String id,
            @PathVariable String experience,
            @RequestHeader(IF_MATCH) String version,
            @RequestParam MultiValueMap<String, String> reason);

    @GetExchange("/contributions/{id}/amendments/{amendment}")
    AmendmentTexts amendment(@PathVariable String id, @PathVariable String amendment);

    @PostExchange("/contributions/{id}/amendments")
    ContributionChange amend(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody NewAmendment amendment);

    @PostExchange("/contributions/{id}/amendments/{amendment}/acceptance")
    ContributionChange acceptAmendment(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Acceptance acceptance);

    @PostExchange("/contributions/{id}/amendments/{amendment}/rejection")
    ContributionChange rejectAmendment(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Reason reason);

    @PostExchange("/contributions/{id}/amendments/{amendment}/withdrawal")
    ContributionChange withdrawAmendment(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Reason reason);

    @PostExchange("/contributions/{id}/consultation")
    ContributionChange consult(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Question question);

    @PostExchange("/contributions/{id}/consultation/closure")
    ContributionChange closeConsultation(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Reason reason);

    @PutExchange("/contributions/{id}/positions")
    ContributionChange takePosition(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody NewPosition position);

    @PostExchange("/contributions/{id}/submission")
    ContributionChange submit(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Note note);

    @PostExchange("/contributions/{id}/adoption")
    ContributionChange adopt(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Note note);

    @PostExchange("/contributions/{id}/withdrawal")
    ContributionChange withdrawContribution(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody Reason reason);

    /**
     * @param supersedes an adopted contribution whose place it is to take
     */
    record Opening(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            List<String> drafters,
            @Nullable String supersedes) {}

    /**
     * The whole of a text as it is from now on.
     *
     * @param note what changed, for those who read the history
     */
    record NewText(
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            List<WorkingCopy.Section> sections,
            @Nullable String note) {}

    /**
     * A text that is still being written.
     *
     * @param basedOn the text version it was begun from
     */
    record NewWorkingCopy(
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            List<WorkingCopy.Section> sections,
            @Nullable String note,
            @Nullable Long basedOn) {}

    record Citation(
            String experience,
            @Nullable Long version,
            @Nullable String section,
            @Nullable String note) {}

    record NewAmendment(
            String section,
            @Nullable Long basedOn,
            @Nullable String heading,
            @Nullable String body,
            @Nullable String reason) {}

    /**
     * @param body the text to have, where the section has moved
     * @param against the text version that was read to write it
     */
    record Acceptance(
            @Nullable String comment,
            @Nullable String heading,
            @Nullable String body,
            @Nullable Long against) {}

    record Reason(@Nullable String reason) {}

    record Question(@Nullable String deadline, @Nullable String note) {}

    record NewPosition(@Nullable String position, @Nullable String reason) {}

    record Note(@Nullable String note) {}

    /** What people write does not belong into a log. */
    record NewMessage(String subject, @Nullable String text, @Nullable String inReplyTo) {

        @Override
        public String toString() {
            return "NewMessage[" + subject + "]";
        }
    }

    /** A message that was posted or hidden. */
    record Posted(String id, long version) {}
}
