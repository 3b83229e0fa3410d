package relais.notices.mail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.follower.CurrentFollower;
import relais.web.Caller;
import relais.web.Page;
import relais.web.ProblemException;
import relais.web.Role;

/** The mail that would have left. */
@RestController
@Tag(name = "mailbox")
record MailboxController(
        DemonstrationMailbox mailbox, MailDelivery delivery, CurrentFollower current) {

    private static final int SHOWN = 50;

    /** A mail as its reader has it. */
    record MailboxAnswer(
            String id,
            Instant at,
            String to,
            String subject,
            String html,
            String text,
            String language,
            Map<String, String> headers) {

        static MailboxAnswer of(DemonstrationMailbox.KeptMail mail) {
            return new MailboxAnswer(
                    mail.id(),
                    mail.at(),
                    mail.to(),
                    mail.subject(),
                    mail.html(),
                    mail.text(),
                    mail.language(),
                    mail.headers());
        }
    }

    @Operation(
            summary = "The mail that would have left, the latest first",
            description =
                    "One's own; operators see everybody's. 404 mailbox-off where a mail server is"
                            + " configured. At most "
                            + SHOWN
                            + ": one page.")
    @GetMapping("/mailbox")
    Page<MailboxAnswer> mailbox(Caller caller) {
        if (!delivery.isDemonstration()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "mailbox-off");
        }
        boolean everybody = caller.has(Role.OPERATOR);
        return new Page<>(
                mailbox.of(everybody ? null : current.id(), SHOWN).stream()
                        .map(MailboxAnswer::of)
                        .toList(),
                null);
    }
}
