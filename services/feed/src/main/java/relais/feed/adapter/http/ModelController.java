package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Rebuilds;
import relais.web.Caller;
import relais.web.Page;
import relais.web.Role;

/** The models that take room, for operators. */
@RestController
@Tag(name = "rebuilds")
record ModelController(Rebuilds rebuilds) {

    @Schema(name = "Model")
    record ModelView(
            String id,
            ModelState state,
            @Nullable Instant asOf,
            @Nullable Instant builtAt,
            @Nullable Instant activatedAt,
            @Schema(description = "Versions of cards") long cards,
            long activities,
            @Schema(description = "Events that cannot be brought into it") long parked,
            @Schema(description = "What cards and activities take, without indexes")
                    @Nullable Long bytes,
            @Schema(description = "Events of the log that it does not have yet")
                    @Nullable Long behind) {}

    @GetMapping(path = "/models", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The model that serves, and those beside it")
    Page<ModelView> list(Caller caller) {
        caller.require(Role.OPERATOR);
        var models = rebuilds.list().stream().filter(model -> model.stage().takesPlace());
        return new Page<>(models.map(this::view).toList(), null);
    }

    @DeleteMapping(path = "/models/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Removes a model that does not serve")
    @ApiResponse(
            responseCode = "202",
            description = "It is being removed",
            useReturnTypeSchema = true)
    ResponseEntity<ModelView> drop(@PathVariable String id, Caller caller) {
        caller.require(Role.OPERATOR);
        Model model = ModelProblems.done(rebuilds.drop(ModelProblems.number(id)), id);
        return ResponseEntity.accepted().body(view(model));
    }

    private ModelView view(Model model) {
        ModelStorage.Size size = rebuilds.size(model.number());
        Model.Activation activation = model.activation();
        return new ModelView(
                String.valueOf(model.number()),
                ModelState.of(model, rebuilds.pointer().orElse(null)),
                model.order().asOf(),
                model.builtAt(),
                activation == null ? null : activation.at(),
                size.cards(),
                size.activities(),
                size.parked(),
                size.bytes() < 0 ? null : size.bytes(),
                model.isFollowed() ? rebuilds.behind(model.number()) : null);
    }
}
