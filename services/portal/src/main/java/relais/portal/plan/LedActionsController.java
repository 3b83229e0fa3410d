package relais.portal.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.account.Person;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.call.Pending;
import relais.portal.naming.Naming;

/** The actions that one's partner leads: those that are open, and those that have ended. */
@Controller
record LedActionsController(PlanLists lists, Naming naming) {

    @GetMapping("/desk/plan/actions")
    String list(Authentication authentication, Model model, HttpServletResponse response) {
        Person person = Person.of(authentication);
        String partner = person == null ? null : person.partner();
        List<Pending<Listing<CommitteePlan.Action>>> askedOpen = lists.led(partner, PlanShown.OPEN);
        List<Pending<Listing<CommitteePlan.Action>>> askedEnded =
                lists.led(partner, PlanShown.CLOSED);
        PlanLists.Found<CommitteePlan.Action> open = PlanLists.Found.of(askedOpen);
        PlanLists.Found<CommitteePlan.Action> ended = PlanLists.Found.of(askedEnded);
        if (open.missing() || ended.missing()) {
            response.setStatus(503);
        }
        model.addAttribute("missing", open.missing() || ended.missing());
        model.addAttribute("more", open.more() || ended.more());
        model.addAttribute("open", open.items());
        model.addAttribute("ended", ended.items());
        model.addAttribute("names", naming.of(Collections.singletonList(partner)));
        return "plan/led-actions";
    }
}
