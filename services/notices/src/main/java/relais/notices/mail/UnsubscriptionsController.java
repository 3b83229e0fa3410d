package relais.notices.mail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.follower.FollowerId;
import relais.notices.follower.MongoFollowers;
import relais.web.Problem;

/** Ends digests for whoever has the link of one: nobody has to sign in to be left alone. */
@RestController
@Tag(name = "unsubscriptions")
record UnsubscriptionsController(UnsubscribeTokens tokens, MongoFollowers followers) {

    /** The token of the link. */
    record Unsubscription(@Nullable String token) {}

    @Operation(
            summary = "Get no more digests",
            description = "The same once more changes nothing. What one follows stays as it is.")
    @ApiResponse(responseCode = "204", description = "No more digests, now or before")
    @PostMapping("/unsubscriptions")
    ResponseEntity<Void> end(@RequestBody Unsubscription body) {
        FollowerId follower =
                tokens.read(body.token())
                        .orElseThrow(
                                () -> Problem.invalid("token", "unsubscribe-link").exception());
        followers.stopDigests(follower);
        return ResponseEntity.noContent().build();
    }
}
