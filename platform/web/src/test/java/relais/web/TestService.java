package relais.web;

import com.mongodb.MongoTimeoutException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that has one of everything. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TestService.Things.class)
class TestService {

    /** Requests to {@code /public/held} that may be answered. */
    static final Semaphore HELD = new Semaphore(0);

    enum Level {
        ECOLE,
        COLLEGE
    }

    record Means(@Nullable BigDecimal euros, @Nullable String note) {}

    record Link(String label, int weight) {}

    record Thing(
            @Nullable String title,
            @Nullable Level level,
            @Nullable LocalDate startedOn,
            @Nullable Instant at,
            @Nullable Boolean open,
            @Nullable Means means,
            @Nullable List<Link> links) {}

    record Who(String actor, @Nullable String partner, List<Role> roles) {
        static Who of(Caller caller) {
            return new Who(
                    caller.actor(), caller.partnerId(), caller.roles().stream().sorted().toList());
        }
    }

    record Change(String id) {}

    record Filter(@Nullable String status, @Nullable List<String> axis) {}

    @Bean
    ReadState knownState() {
        return (request, _) ->
                request.getRequestURI().equals("/public/state")
                        ? Optional.of("unchanged")
                        : Optional.empty();
    }

    @RestController
    static class Things {

        @PostMapping("/things")
        Thing post(@RequestBody Thing thing) {
            return thing;
        }

        @PostMapping(path = "/imports", consumes = "text/csv")
        Map<String, Object> post(@RequestBody String csv) {
            return Map.of("length", csv.length());
        }

        @PutMapping("/things/{id}")
        ResponseEntity<Change> put(
                @PathVariable String id,
                @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
                @RequestBody(required = false) @Nullable Map<String, String> body) {
            Versions.requireCurrent(Versions.requireIfMatch(ifMatch), 7);
            return ResponseEntity.ok()
                    .eTag(Versions.etag(8))
                    .body(new Change(body == null ? id : body.getOrDefault("said", id)));
        }

        @ApiResponse(responseCode = "409", description = "It is there")
        @ApiResponse(responseCode = "429", description = "Too many lately")
        @PostMapping("/creations")
        ResponseEntity<Change> create(
                @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
                        @Nullable String key,
                @RequestBody Thing thing) {
            return ResponseEntity.created(URI.create("/creations/x"))
                    .body(new Change(String.valueOf(key) + thing.title()));
        }

        @DeleteMapping("/creations/{id}")
        ResponseEntity<Void> delete(@PathVariable String id) {
            return ResponseEntity.noContent().header("Deleted", id).build();
        }

        @GetMapping("/me")
        Who me(Caller caller) {
            return Who.of(caller);
        }

        @GetMapping("/operations")
        Who operations(Caller caller) {
            caller.require(Role.OPERATOR, Role.COMMITTEE);
            return Who.of(caller);
        }

        @GetMapping("/public/who")
        Map<String, String> who(Optional<Caller> caller) {
            return Map.of("actor", caller.map(Caller::actor).orElse("anyone"));
        }

        private final AtomicInteger asked = new AtomicInteger();

        @GetMapping("/public/versioned")
        ResponseEntity<Map<String, String>> versioned(@RequestParam String says) {
            return ResponseEntity.ok().eTag(Versions.etag(7)).body(Map.of("says", says));
        }

        @GetMapping("/public/state")
        Map<String, String> state() {
            return Map.of("asked", String.valueOf(asked.incrementAndGet()));
        }

        @GetMapping("/public/spoken")
        Map<String, String> spoken(Locale language) {
            return Map.of("language", language.getLanguage());
        }

        @GetMapping("/public/long")
        Map<String, String> longText() {
            return Map.of("text", "relais ".repeat(1_000));
        }

        @GetMapping("/public/must")
        Who must(Caller caller) {
            return Who.of(caller);
        }

        @GetMapping("/public/list")
        Page<String> list(
                @RequestParam(required = false) @Nullable String status,
                @RequestParam(required = false) @Nullable List<String> axis,
                @RequestParam(required = false) @Nullable Level level,
                @RequestParam(required = false) @Nullable LocalDate from,
                @RequestParam(required = false) @Nullable String limit,
                @RequestParam(required = false) @Nullable String cursor) {
            String next = cursor == null ? "first" : Cursors.decode(cursor, 1).getFirst();
            String axes = axis == null ? "" : String.join("+", axis);
            return new Page<>(
                    List.of(String.valueOf(Limits.limit(limit)), axes), Cursors.encode(next));
        }

        @GetMapping("/public/filter")
        Filter filter(Filter filter) {
            return filter;
        }

        @GetMapping("/public/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/public/later")
        Callable<Map<String, String>> later(@RequestParam String q) {
            return () -> Map.of("correlationId", CorrelationId.current(), "q", q);
        }

        @GetMapping("/later")
        Callable<Who> later(Caller caller) {
            return () -> Who.of(caller);
        }

        /** Answers when the test says so. */
        @GetMapping("/public/held")
        Map<String, String> held() throws InterruptedException {
            if (!HELD.tryAcquire(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let this request go");
            }
            return Map.of();
        }

        @GetMapping("/public/held-later")
        Callable<Map<String, String>> heldLater() {
            return this::held;
        }

        @GetMapping("/public/later-broken")
        Callable<String> laterBroken() {
            return () -> {
                throw new IllegalStateException("secret detail");
            };
        }

        @GetMapping("/public/store-down")
        String storeDown() {
            throw new IllegalStateException(new MongoTimeoutException("no server"));
        }

        @GetMapping("/public/refused")
        String refused() {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "test-refusal",
                    List.of(new Violation("title", "test", "l'école")),
                    2015);
        }
    }
}
