package io.lodestone.deals.approval;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.Approve;
import io.lodestone.deals.deal.Act.Decline;
import io.lodestone.deals.view.DealView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The credit decision, over HTTP. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class ApprovalResource {

    private final Commands commands;
    private final Approval approval;

    ApprovalResource(Commands commands, Approval approval) {
        this.commands = commands;
        this.approval = approval;
    }

    @POST
    @Path("/approval")
    @RolesAllowed("deal-approver")
    @Operation(summary = "Authorize the deal; not by whoever submitted it")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Approve act) {
        return commands.act(() -> approval.approve(id, ifMatch, act));
    }

    @POST
    @Path("/declination")
    @RolesAllowed("deal-approver")
    @Operation(summary = "Say no to the deal; not by whoever submitted it")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Decline act) {
        return commands.act(() -> approval.decline(id, ifMatch, act));
    }
}
