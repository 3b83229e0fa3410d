package relais.notices.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands mail to the mail server, or, where none is configured, to the demonstration mailbox.
 *
 * <p>What the server said decides whether a mail may be tried again. What breaks off after the
 * server has begun to take a mail says nothing: the mail may be under way.
 */
public final class MailDelivery {

    /** How long the server may take, as {@code spring.mail.properties} set it. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final int PERMANENT = 500;

    private final JavaMailSender sender;
    private final DemonstrationMailbox mailbox;
    private final String host;
    private final String from;

    /**
     * @param host of the mail server; empty if there is none
     * @param from the sender's address
     */
    public MailDelivery(
            JavaMailSender sender, DemonstrationMailbox mailbox, String host, String from) {
        this.sender = sender;
        this.mailbox = mailbox;
        this.host = host;
        this.from = from;
    }

    /** Whether mail goes to the demonstration mailbox, and nowhere else. */
    public boolean isDemonstration() {
        return host.isBlank();
    }

    /** Hands one mail over; returns what is known of it then. */
    public MailOutcome send(String follower, OutgoingMail mail) {
        if (isDemonstration()) {
            mailbox.put(follower, mail);
            return new MailOutcome.Accepted();
        }
        try {
            sender.send(message(mail));
            return new MailOutcome.Accepted();
        } catch (MailAuthenticationException refused) {
            return new MailOutcome.NotNow(said(refused));
        } catch (MailException | MessagingException failure) {
            MailOutcome outcome = outcome(failure);
            log.warn("A mail was not handed over: {}", outcome);
            return outcome;
        }
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(from);
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        message.setHeader(
                "Message-ID", "<" + mail.id() + from.substring(from.lastIndexOf('@')) + ">");
        message.setHeader("Content-Language", mail.language());
        // Nobody's absence note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Precedence", "bulk");
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        return message;
    }

    private static MailOutcome outcome(Exception failure) {
        for (Throwable cause : causes(failure)) {
            switch (cause) {
                case MailConnectException away -> {
                    return new MailOutcome.NotNow(said(away));
                }
                case SMTPAddressFailedException refused -> {
                    return refused(refused.getReturnCode(), refused);
                }
                case SMTPSenderFailedException refused -> {
                    return refused(refused.getReturnCode(), refused);
                }
                case SMTPSendFailedException refused when refused.getReturnCode() > 0 -> {
                    return refused(refused.getReturnCode(), refused);
                }
                default -> {}
            }
        }
        return new MailOutcome.Unknown(said(failure));
    }

    private static MailOutcome refused(int code, Exception because) {
        return code >= PERMANENT
                ? new MailOutcome.Never(said(because))
                : new MailOutcome.NotNow(said(because));
    }

    /** Everything that led to it: mail has chains of exceptions of its own beside causes. */
    private static List<Throwable> causes(Exception failure) {
        List<Throwable> all = new ArrayList<>();
        Set<Throwable> seen = new HashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable each = open.poll();
            if (!seen.add(each)) {
                continue;
            }
            all.add(each);
            if (each.getCause() != null) {
                open.add(each.getCause());
            }
            if (each instanceof MessagingException mail && mail.getNextException() != null) {
                open.add(mail.getNextException());
            }
            if (each instanceof MailSendException several) {
                open.addAll(List.of(several.getMessageExceptions()));
            }
        }
        return all;
    }

    /** Without addresses, which the server may repeat. */
    private static String said(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\S+@\\S+", "…");
    }
}
