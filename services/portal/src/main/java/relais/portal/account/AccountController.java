package relais.portal.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.PartnersApi;
import relais.portal.call.Remote;

/** Coming, and the account's page. Going is the security chain's business. */
@Controller
record AccountController(Remote<PartnersApi> partners) {

    /**
     * Only those who are signed in get here; the others are sent to the issuer first, and come back
     * to this same address.
     */
    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable String back) {
        return "redirect:" + Paths.local(back);
    }

    @GetMapping("/sign-in/failed")
    String signInFailed() {
        return "account/sign-in-failed";
    }

    @GetMapping("/account")
    String account(Authentication authentication, Model model) {
        Person person = Person.of(authentication);
        if (person != null && person.partner() != null) {
            String id = person.partner();
            model.addAttribute("partner", partners.ask(api -> api.partner(id)));
        }
        return "account/account";
    }
}
