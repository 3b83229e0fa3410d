package relais.notices.follow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.follower.CurrentFollower;
import relais.notices.follower.FollowerId;
import relais.web.Caller;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Violation;

/** What the caller follows; nobody sees what others do. */
@RestController
@RequestMapping("/follows")
@Tag(name = "follows")
record FollowsController(MongoFollows follows, CurrentFollower current, Clock clock) {

    /** More would be no following but the feed itself. */
    static final int MOST = 100;

    @Operation(
            summary = "What one follows",
            description = "At most " + MOST + ", the oldest first: one page.")
    @GetMapping
    Page<FollowAnswer> list(Caller caller) {
        return new Page<>(
                follows.of(current.visiting(caller).id(), MOST).stream()
                        .map(FollowAnswer::of)
                        .toList(),
                null);
    }

    @Operation(
            summary = "Follow something",
            description =
                    "The same once more changes nothing but the name of a search: without one it"
                            + " keeps what it has, and an empty one takes it away. Only what happens"
                            + " from now on is told.")
    @PutMapping
    FollowAnswer follow(@RequestBody FollowRequest body, Caller caller) {
        List<Violation> violations = body.violations();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        FollowerId follower = current.visiting(caller).id();
        Follow wanted = wanted(body, follower);
        Follow known = follows.find(follower, wanted.id()).orElse(null);
        if (known == null && follows.count(follower, MOST) >= MOST) {
            throw new ProblemException(HttpStatus.CONFLICT, "too-many-follows", MOST);
        }
        Follow kept = (known == null ? wanted : known).called(body.name());
        follows.put(kept);
        return FollowAnswer.of(kept);
    }

    private Follow wanted(FollowRequest body, FollowerId follower) {
        FollowKind kind = FollowKind.valueOf(Objects.requireNonNull(body.kind()));
        var since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return kind == FollowKind.SEARCH
                ? Follow.of(follower, Objects.requireNonNull(body.search()), since)
                : Follow.of(follower, kind, Objects.requireNonNull(body.value()).strip(), since);
    }

    @Operation(summary = "Follow something no more")
    @ApiResponse(responseCode = "204", description = "Not followed, any more or at all")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> unfollow(@PathVariable String id, Caller caller) {
        follows.remove(current.visiting(caller).id(), id);
        return ResponseEntity.noContent().build();
    }
}
