package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the committee plans and when it meets, of the same service as {@link ContributionsApi}. */
@HttpExchange(accept = "application/json")
public interface CommitteeApi {

    /** By date; {@code status}, {@code from}, {@code to}, {@code limit}, {@code cursor}. */
    @GetExchange("/working-days")
    Listing<WorkingDays.Day> workingDays(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/working-days/{id}")
    WorkingDays.Day workingDay(@PathVariable String id);

    /** What is due first; {@code axis}, {@code status}, {@code limit}, {@code cursor}. */
    @GetExchange("/objectives")
    Listing<CommitteePlan.Objective> objectives(
            @RequestParam MultiValueMap<String, String> question);

    @GetExchange("/objectives/{id}")
    CommitteePlan.Objective objective(@PathVariable String id);

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
}
