package relais.experiences.adapter.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import relais.experiences.application.Result;
import relais.web.Problem;
import relais.web.Versions;

/** Turns results into answers. */
final class Answers {

    private Answers() {}

    static ResponseEntity<ChangeAnswer> changed(Result result, @Nullable String adoption) {
        Result.Done done = done(result);
        return ResponseEntity.ok()
                .eTag(Versions.etag(done.stored().version()))
                .body(ChangeAnswer.of(done.stored(), adoption));
    }

    /** 201 also when the same request had created it before: the caller asked for nothing else. */
    static ResponseEntity<ChangeAnswer> created(Result result) {
        Result.Done done = done(result);
        return ResponseEntity.created(URI.create("/experiences/" + done.stored().experience().id()))
                .eTag(Versions.etag(done.stored().version()))
                .body(ChangeAnswer.of(done.stored(), null));
    }

    static ResponseEntity<ChangeAnswer> adopted(Result result, String adoption) {
        Result.Done done = done(result);
        return ResponseEntity.created(
                        URI.create(
                                "/experiences/"
                                        + done.stored().experience().id()
                                        + "/adoptions/"
                                        + adoption))
                .eTag(Versions.etag(done.stored().version()))
                .body(ChangeAnswer.of(done.stored(), adoption));
    }

    private static Result.Done done(Result result) {
        return switch (result) {
            case Result.Done done -> done;
            case Result.Refused refused -> throw RefusalProblems.of(refused.refusals()).exception();
            case Result.Stale stale ->
                    throw Versions.stale(stale.expected(), stale.current()).exception();
            case Result.Missing missing -> throw Problem.notFound(missing.id()).exception();
        };
    }
}
