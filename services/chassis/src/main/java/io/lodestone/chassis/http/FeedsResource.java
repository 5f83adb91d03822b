package io.lodestone.chassis.http;

import io.lodestone.chassis.feed.Restarting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What an operator does about a topic whose log does not fit what was heard of it. */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class FeedsResource {

    private final Restarting restarting;
    private final Commands commands;
    private final Caller caller;

    FeedsResource(Restarting restarting, Commands commands, Caller caller) {
        this.restarting = restarting;
        this.commands = commands;
        this.caller = caller;
    }

    /** Why a topic is heard anew: 1 to 500 characters. */
    public record RestartFeed(@NotBlank @Size(max = 500) String reason) {}

    /** How many partitions are heard from their beginning. */
    public record RestartedView(String topic, int partitions) {}

    @POST
    @Path("/{topic}/restart")
    @Operation(
            summary = "Lets a topic be heard again from its beginning",
            description = "For a topic that was made anew, or lost records. What was heard is stepped over by version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RestartedView.class)))
    public Response restart(String topic, @NotNull @Valid RestartFeed restart) {
        return commands.carryOut(() -> {
            int partitions = restarting.restart(topic, caller.subject(), restart.reason());
            if (partitions == 0) {
                throw new NotFoundException();
            }
            return new RestartedView(topic, partitions);
        });
    }
}
