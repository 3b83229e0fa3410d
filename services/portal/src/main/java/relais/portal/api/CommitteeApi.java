package relais.portal.api;

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

/**
 * What the committee plans and when it meets, of the same service as {@link ContributionsApi}. What
 * changes something takes the version that its author has seen.
 */
@HttpExchange(accept = "application/json")
public interface CommitteeApi {

    String IF_MATCH = "If-Match";
    String IDEMPOTENCY_KEY = "Idempotency-Key";

    /**
     * In the order of their dates.
     *
     * @param question {@code status}, {@code from}, {@code to}, {@code limit}, {@code cursor}
     */
    @GetExchange("/working-days")
    Listing<WorkingDays.Day> workingDays(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/working-days/{id}")
    WorkingDays.Day workingDay(@PathVariable String id);

    @PostExchange("/working-days")
    Written convene(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody WorkingDays.Meeting meeting);

    @PutExchange("/working-days/{id}")
    Written move(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody WorkingDays.Meeting meeting);

    @PostExchange("/working-days/{id}/cancellation")
    Written cancel(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody ReviewRequests.Reason reason);

    @PostExchange("/working-days/{id}/agenda")
    Written addToAgenda(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody WorkingDays.NewItem item);

    @DeleteExchange("/working-days/{id}/agenda/{item}")
    Written removeFromAgenda(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(IF_MATCH) String version);

    @PostExchange("/working-days/{id}/minutes")
    Written publishMinutes(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody WorkingDays.NewMinutes minutes);

    /**
     * What is due first comes first.
     *
     * @param question {@code axis}, {@code status}, {@code limit}, {@code cursor}
     */
    @GetExchange("/objectives")
    Listing<CommitteePlan.Objective> objectives(
            @RequestParam MultiValueMap<String, String> question);

    @GetExchange("/objectives/{id}")
    CommitteePlan.Objective objective(@PathVariable String id);

    @PostExchange("/objectives")
    Written set(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody CommitteePlan.Aim aim);

    @PutExchange("/objectives/{id}")
    Written setAnew(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody CommitteePlan.Aim aim);

    @PostExchange("/objectives/{id}/measures")
    Written measure(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody CommitteePlan.NewMeasure measure);

    @PostExchange("/objectives/{id}/withdrawal")
    Written giveUp(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody ReviewRequests.Reason reason);

    /**
     * What is due first comes first.
     *
     * @param question {@code late}, {@code axis}, {@code status}, {@code objective}, {@code limit},
     *     {@code cursor}
     */
    @GetExchange("/actions")
    Listing<CommitteePlan.Action> actions(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/actions/{id}")
    CommitteePlan.Action action(@PathVariable String id);

    @PostExchange("/actions")
    Written plan(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody CommitteePlan.Plan plan);

    @PutExchange("/actions/{id}")
    Written revise(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody CommitteePlan.Revision revision);

    @PostExchange("/actions/{id}/progress")
    Written progress(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody CommitteePlan.NewReport report);

    @PostExchange("/actions/{id}/completion")
    Written complete(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody CommitteePlan.Completion completion);

    @PostExchange("/actions/{id}/abandonment")
    Written abandon(
            @PathVariable String id,
            @RequestHeader(IF_MATCH) String version,
            @RequestBody ReviewRequests.Reason reason);
}
