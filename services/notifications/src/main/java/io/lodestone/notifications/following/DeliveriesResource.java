package io.lodestone.notifications.following;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/subscriptions/{id}")
@Produces("application/json")
@RolesAllowed({
    "deal-officer",
    "deal-approver",
    "project-registrar",
    "stockpile-manager",
    "analyst",
    "partner",
    "operator"
})
class DeliveriesResource {

    private final Following following;
    private final Caller caller;
    private final Commands commands;
    private final Pages pages;

    DeliveriesResource(Following following, Caller caller, Commands commands, Pages pages) {
        this.following = following;
        this.caller = caller;
        this.commands = commands;
        this.pages = pages;
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "The subscription's deliveries with every attempt, newest first")
    @APIResponseSchema(DeliveryView.class)
    public Response deliveries(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = following.deliveries(id, caller.organisation(), page.after(), page.limit() + 1);
        return pages.answer(Page.of(found, page, DeliveryView::id));
    }

    @POST
    @Path("/test")
    @Operation(summary = "Sends a test event to the sink; answers with its delivery")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "200")
    public Response test(@PathParam("id") UUID id) {
        var owner = caller.organisation();
        var actor = caller.subject();
        return commands.act(() -> following.test(id, owner, actor));
    }
}
