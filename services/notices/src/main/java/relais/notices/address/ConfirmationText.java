package relais.notices.address;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import relais.notices.mail.MailTemplates;
import relais.notices.mail.OutgoingMail;

/** The mail that asks whether an address is its reader's, in French or English. */
public final class ConfirmationText {

    private final MailTemplates templates;
    private final String pages;

    /**
     * @param pages address of the portal, without a slash at the end
     */
    public ConfirmationText(MailTemplates templates, String pages) {
        this.templates = templates;
        this.pages = pages;
    }

    OutgoingMail mail(AddressCheck check, String token) {
        Locale locale = Locale.of(check.language());
        String subject = templates.message("confirmation.subject", locale);
        Context context = new Context(locale);
        context.setVariable("language", locale.getLanguage());
        context.setVariable("subject", subject);
        context.setVariable("link", pages + "/confirmation?jeton=" + token);
        context.setVariable("days", ConfirmationTokens.VALID.toDays());
        // Another mail is wanted, where the first did not arrive: it is no repetition of it.
        String id = check.follower() + "-" + check.begunAt().toEpochMilli();
        return new OutgoingMail(
                "confirmation-" + id,
                check.address(),
                subject,
                templates.html("confirmation", context),
                templates.text("confirmation", context),
                locale.getLanguage(),
                Map.of());
    }
}
