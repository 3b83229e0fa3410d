package relais.portal.analysis;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a field may mean, while one types. */
@Controller
class LookupController {

    private static final int SHORTEST = 2;

    private final Lookup lookup;

    LookupController(Lookup lookup) {
        this.lookup = lookup;
    }

    @GetMapping("/desk/analysis/territories")
    String territories(@RequestParam(defaultValue = "") String territory, Model model) {
        model.addAttribute(
                "suggestions",
                territory.strip().length() < SHORTEST
                        ? List.of()
                        : lookup.territories(territory.strip()));
        return "analysis/parts :: suggested";
    }

    @GetMapping("/desk/analysis/partners")
    String partners(@RequestParam(defaultValue = "") String partner, Model model) {
        model.addAttribute(
                "suggestions",
                partner.strip().length() < SHORTEST ? List.of() : lookup.partners(partner.strip()));
        return "analysis/parts :: suggested";
    }
}
