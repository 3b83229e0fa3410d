package relais.contributions.message;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperation.Names;
import relais.contributions.imports.ImportedOperations;

/** Messages in archives. */
@Component
record MessageImports(
        ChangeAggregate<Message, MessageCommand, MessageEvent> messages, PostMessage postMessage)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                                "POST_MESSAGE",
                                MessageId.PREFIX,
                                messages::find,
                                PostRequest.class,
                                this::post)
                        .naming("mandate")
                        .withoutTrace("text"),
                new ImportedOperation.Kind<>("message", messages)
                        .changes("REDACT_MESSAGE", MessageCommand.Redact.class));
    }

    private Result<?> post(Names names, PostRequest body, Request request) {
        PostMessage.Posting posting =
                postMessage.post(
                        new MessageId(names.id()),
                        body.subject(),
                        body.messageText(),
                        body.inReplyTo(),
                        request);
        return switch (posting) {
            case PostMessage.Posting.Answered(Result<Message> result) -> result;
            case PostMessage.Posting.AnotherText _ ->
                    new Result.Refused<>(List.of(Refusal.conflict("ref", "ref-taken")));
            case PostMessage.Posting.TooMany _ ->
                    throw new IllegalStateException("An archive's messages are not counted");
        };
    }
}
