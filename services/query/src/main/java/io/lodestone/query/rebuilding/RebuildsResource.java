package io.lodestone.query.rebuilding;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The read model made anew from the topics, while reads go on. */
@Path("/v1/read-models/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class RebuildsResource {

    private final Rebuilding rebuilding;
    private final Commands commands;
    private final Caller caller;

    RebuildsResource(Rebuilding rebuilding, Commands commands, Caller caller) {
        this.rebuilding = rebuilding;
        this.commands = commands;
        this.caller = caller;
    }

    /** Why: 1 to 500 characters. */
    record Decision(@NotBlank @Size(max = 500) String reason) {}

    /** The newest 50, newest first. */
    record Listed(List<RebuildView> items) {}

    @POST
    @Operation(
            summary = "Rebuilds the read model from the topics",
            description =
                    "A new generation is filled beside the live one from the first record on, up to where the live one"
                            + " stood, then brought up to date and compared: facts and entries by 64 buckets, cells one by one."
                            + " Equal, it is swapped in in one step. Different, it waits as DIFFERENT, with the deals and cells"
                            + " named, until an operator accepts it or begins another one.")
    @APIResponse(responseCode = "409", description = "rebuild-running: one at a time")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response begin() {
        var answer = commands.carryOut(() -> rebuilding.begin(caller.subject()));
        return Response.fromResponse(answer).status(202).build();
    }

    @GET
    @Operation(summary = "Rebuilds, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listed.class)))
    public Response list() {
        return answer(new Listed(rebuilding.newest()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a rebuild is, or how it ended")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response find(UUID id) {
        return answer(rebuilding.find(id));
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Swaps in a rebuild that differs; the difference and the reason stay on record")
    @APIResponse(responseCode = "409", description = "rebuild-not-now: it is not DIFFERENT")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response accept(UUID id, @NotNull @Valid Decision decision) {
        return commands.carryOut(() -> rebuilding.accept(id, caller.subject(), decision.reason()));
    }

    @POST
    @Path("/{id}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Goes back to the generation before, which has been followed on")
    @APIResponse(responseCode = "409", description = "rebuild-not-now: that generation is gone")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response rollBack(UUID id, @NotNull @Valid Decision decision) {
        return commands.carryOut(() -> rebuilding.rollBack(id, caller.subject(), decision.reason()));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }
}
