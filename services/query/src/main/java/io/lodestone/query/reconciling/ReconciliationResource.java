package io.lodestone.query.reconciling;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.Sight;
import jakarta.annotation.security.RolesAllowed;
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

/** Whether the figures are right, and where they are not. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {

    private final ReconciliationRounds rounds;
    private final ReconciliationReport report;
    private final Commands commands;
    private final Caller caller;

    ReconciliationResource(ReconciliationRounds rounds, ReconciliationReport report, Commands commands, Caller caller) {
        this.rounds = rounds;
        this.report = report;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * How it stands.
     *
     * @param runs   the newest 20, newest first
     * @param breaks those that are not resolved and that the caller may see
     */
    record Standing(List<ReconciliationView> runs, List<BreakView> breaks) {}

    @POST
    @RolesAllowed("operator")
    @Operation(summary = "Reconciles now")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    public Response begin() {
        var answer = commands.carryOut(() -> report.find(rounds.request(caller.subject())));
        return Response.fromResponse(answer).status(202).build();
    }

    @GET
    @RolesAllowed({"operator", "analyst", "deal-officer", "deal-approver"})
    @Operation(summary = "The last runs, and what is found wrong")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Standing.class)))
    public Response standing() {
        var sight = caller.sight();
        boolean all = caller.hasRole("operator");
        var seen =
                report.open().stream().filter(one -> all || maySee(sight, one)).toList();
        return answer(new Standing(report.newest(), seen));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"operator", "analyst", "deal-officer", "deal-approver"})
    @Operation(summary = "One run")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    public Response find(UUID id) {
        return answer(report.find(id));
    }

    private static boolean maySee(Sight sight, BreakView one) {
        return sight.mayRead(
                one.place().releaseClass(), String.valueOf(one.place().agency()));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }
}
