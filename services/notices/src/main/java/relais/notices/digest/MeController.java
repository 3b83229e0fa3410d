package relais.notices.digest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.address.AddressConfirmation;
import relais.notices.follower.CurrentFollower;
import relais.notices.follower.Erasure;
import relais.notices.follower.Follower;
import relais.notices.follower.FollowerId;
import relais.notices.follower.Frequency;
import relais.notices.mail.MailDelivery;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Violation;

/** How the caller is told by e-mail. */
@RestController
@RequestMapping("/me")
@Tag(name = "me")
record MeController(
        CurrentFollower current,
        MongoDigests digests,
        MailDelivery mail,
        AddressConfirmation confirmation,
        Erasure erasure,
        Clock clock) {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\s@<>\"(),:;\\\\]{1,64}@[^\\s@<>\"(),:;\\\\]{1,180}\\.[A-Za-z]{2,24}");

    /**
     * What the caller chose.
     *
     * @param address where digests go; absent if none is known
     * @param confirmed whether the address is known to be the caller's: no digest goes to another
     * @param confirmationSentAt when a mail asked for that; absent if none did yet
     * @param confirmationProblem what the mail server said of that mail; absent if nothing was
     *     wrong
     * @param nextDigestAt when the next one is due; absent if none is wanted
     * @param lastDigest what became of the latest; absent if there was none
     * @param demonstration whether mail goes to the demonstration mailbox
     */
    record Me(
            Frequency digest,
            @Nullable String address,
            boolean confirmed,
            @Nullable Instant confirmationSentAt,
            @Nullable String confirmationProblem,
            String language,
            @Nullable Instant nextDigestAt,
            @Nullable LastDigest lastDigest,
            boolean demonstration) {}

    /**
     * What became of a digest.
     *
     * @param to the end of its period
     * @param problem what the mail server said; absent if nothing was wrong
     */
    record LastDigest(Instant to, DigestState state, @Nullable String problem) {}

    /** What the caller chooses. */
    record DigestChoice(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "WEEKLY")
                    @Nullable String digest,
            @Schema(example = "prenom.nom@exemple.fr") @Nullable String address,
            @Schema(example = "fr") @Nullable String language) {

        List<Violation> violations() {
            List<Violation> found = new ArrayList<>();
            if (digest == null || !Set.of("NEVER", "DAILY", "WEEKLY").contains(digest)) {
                found.add(new Violation("digest", "digest-frequency"));
            }
            if (address != null && !ADDRESS.matcher(address.strip()).matches()) {
                found.add(new Violation("address", "email"));
            } else if (address == null && digest != null && !digest.equals("NEVER")) {
                found.add(new Violation("address", "digest-address"));
            }
            if (language != null && !LANGUAGES.contains(language)) {
                found.add(new Violation("language", "digest-language"));
            }
            return found;
        }
    }

    @Operation(summary = "How one is told by e-mail")
    @GetMapping
    Me read(Caller caller) {
        return answer(current.visiting(caller));
    }

    @Operation(
            summary = "Choose how one is told by e-mail",
            description =
                    "A digest is sent at seven in the morning in Paris, of a week on Mondays; of a"
                            + " period without news there is none. Without an address the one that"
                            + " was known is removed. An address that is typed is asked by a mail"
                            + " whether it is the caller's, unless the issuer says so (email,"
                            + " email_verified); digests go there once it was confirmed.")
    @PutMapping
    Me choose(@RequestBody DigestChoice body, Locale locale, Caller caller) {
        List<Violation> violations = body.violations();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        Follower before = current.visiting(caller);
        Instant now = clock.instant();
        Frequency frequency = Frequency.valueOf(Objects.requireNonNull(body.digest()));
        Instant digestedTo = before.digestedTo();
        boolean goesOn = before.chosen() != Frequency.NEVER && digestedTo != null;
        String typed = body.address();
        String address = typed == null ? null : typed.strip();
        String language = Objects.requireNonNullElse(body.language(), locale.getLanguage());
        if (address != null) {
            confirmation.begin(before.id(), address, language, current.isVouchedFor(address));
        }
        current.followers()
                .choose(
                        before.id(),
                        frequency,
                        address,
                        language,
                        DigestSchedule.next(frequency, now),
                        goesOn ? Objects.requireNonNull(digestedTo) : now);
        return answer(current.followers().find(before.id()).orElse(before));
    }

    @Operation(
            summary = "Have everything forgotten that this service keeps of one",
            description = "Address, follows, notices, mails and webhooks. It cannot be undone.")
    @ApiResponse(responseCode = "204", description = "Nothing is kept any more")
    @DeleteMapping
    ResponseEntity<Void> erase(Caller caller) {
        FollowerId follower = current.id();
        erasure.of(follower);
        return ResponseEntity.noContent().build();
    }

    private Me answer(Follower follower) {
        AddressConfirmation.State address = confirmation.state(follower.id(), follower.address());
        return new Me(
                follower.chosen(),
                follower.address(),
                address.confirmed(),
                address.sentAt(),
                address.problem(),
                follower.language() == null ? "fr" : follower.language(),
                follower.digestAt(),
                digests.latest(follower.id())
                        .map(last -> new LastDigest(last.to(), last.state(), last.problem()))
                        .orElse(null),
                mail.isDemonstration());
    }
}
