package relais.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in, with the accounts there are to try: their passwords are no secret. */
@Controller
record SignInPage(IdentityProperties properties, MessageSource messages) {

    static final String PATH = "/login";

    /**
     * One to try.
     *
     * @param purpose what it is for; its roles if nobody wrote that down
     */
    public record DemoAccount(String name, String password, String purpose) {}

    @GetMapping(PATH)
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String slow,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("language", locale.getLanguage().equals("en") ? "en" : "fr");
        model.addAttribute("wrong", error != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("slow", slow != null);
        model.addAttribute("typed", FailedSignIns.typed(request));
        model.addAttribute("accounts", accounts(locale));
        return "sign-in";
    }

    /** Somebody who comes here by hand wants the portal. */
    @GetMapping("/")
    String home() {
        return "redirect:" + properties.portal().home();
    }

    private List<DemoAccount> accounts(Locale locale) {
        return properties.accounts().entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue(), locale))
                .toList();
    }

    private DemoAccount account(String name, IdentityProperties.Account account, Locale locale) {
        String roles = String.join(", ", account.roles());
        String words = messages.getMessage("account." + name, null, roles, locale);
        return new DemoAccount(
                name, IdentityProperties.secret(name), words == null ? roles : words);
    }
}
