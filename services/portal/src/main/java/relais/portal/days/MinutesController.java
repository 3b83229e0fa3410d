package relais.portal.days;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.page.Exchange;

/**
 * Shows the form of minutes again with a place for one more decision, for those without scripts.
 */
@Controller
record MinutesController(DayForms forms) {

    @PostMapping(path = DayForms.DAY + "/minutes", params = "more=yes")
    String more(Exchange exchange) {
        return forms.minutes().show(exchange);
    }
}
