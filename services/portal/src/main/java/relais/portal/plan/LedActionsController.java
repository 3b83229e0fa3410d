package relais.portal.plan;

import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.naming.Naming;
import relais.portal.page.Exchange;

/** The actions that one's partner leads: those that are open, and those that have ended. */
@Controller
record LedActionsController(PlanLists lists, Naming naming) {

    @GetMapping("/desk/plan/actions")
    String list(Exchange exchange) {
        String partner = exchange.partner();
        var askedOpen = lists.led(partner, PlanShown.OPEN);
        var askedEnded = lists.led(partner, PlanShown.CLOSED);
        var open = PlanLists.Found.of(askedOpen);
        var ended = PlanLists.Found.of(askedEnded);
        PlanLists.Found.show(exchange, List.of(open, ended));
        exchange.add("open", open.items())
                .add("ended", ended.items())
                .add("names", naming.of(Collections.singletonList(partner)));
        return "plan/led-actions";
    }
}
