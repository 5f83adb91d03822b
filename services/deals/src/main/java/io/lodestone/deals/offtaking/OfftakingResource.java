package io.lodestone.deals.offtaking;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.deals.deal.DealRefusal;
import io.lodestone.deals.offtake.OfftakeAct.Abandon;
import io.lodestone.deals.offtake.OfftakeAct.Amend;
import io.lodestone.deals.offtake.OfftakeAct.BringInForce;
import io.lodestone.deals.offtake.OfftakeAct.Cure;
import io.lodestone.deals.offtake.OfftakeAct.Deliver;
import io.lodestone.deals.offtake.OfftakeAct.Dispute;
import io.lodestone.deals.offtake.OfftakeAct.ExtendCure;
import io.lodestone.deals.offtake.OfftakeAct.Fulfil;
import io.lodestone.deals.offtake.OfftakeAct.Sign;
import io.lodestone.deals.offtake.OfftakeAct.Terminate;
import io.lodestone.deals.offtake.OfftakeRefusal;
import io.lodestone.deals.view.DealProblems;
import io.lodestone.deals.view.OfftakeProblems;
import io.lodestone.deals.view.OfftakeView;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Commands on offtake agreements, over HTTP. */
@Path("/v1/offtakes")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("deal-officer")
class OfftakingResource {

    private final Commands commands;
    private final Offtaking offtaking;
    private final Imports imports;

    OfftakingResource(Commands commands, Offtaking offtaking, Imports imports) {
        this.commands = commands;
        this.offtaking = offtaking;
        this.imports = imports;
    }

    @POST
    @Operation(summary = "Begin the record of an offtake agreement")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "201")
    public Response propose(@Valid @NotNull ProposeOfftake command) {
        return commands.create(() -> offtaking.propose(command));
    }

    @POST
    @Path("/{id}/signing")
    @Operation(summary = "The agreement is signed")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response sign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Sign act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/in-force")
    @Operation(summary = "Deliveries are due from now on")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response bringInForce(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull BringInForce act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/amendments")
    @Operation(summary = "Terms change; a quantity per year and one by year take each other's place")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Amend act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/deliveries")
    @Operation(summary = "The seller delivered; a negative quantity corrects an earlier report")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response deliver(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Deliver act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/dispute")
    @Operation(summary = "One side says that the other broke the agreement")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response dispute(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Dispute act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/dispute/extension")
    @Operation(summary = "There is more time to end the dispute")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response extendCure(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull ExtendCure act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/dispute/cure")
    @Operation(summary = "The dispute is over, the agreement goes on")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response cure(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Cure act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/fulfilment")
    @Operation(summary = "Everything that was agreed is delivered and paid")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response fulfil(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Fulfil act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/termination")
    @Operation(summary = "The agreement ends before its term")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response terminate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Terminate act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/{id}/abandonment")
    @Operation(summary = "The negotiation ends without an agreement")
    @APIResponseSchema(value = OfftakeView.class, responseCode = "200")
    public Response abandon(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Abandon act) {
        return commands.act(() -> offtaking.act(id, ifMatch, act));
    }

    @POST
    @Path("/imports")
    @Consumes({Imports.NDJSON, Imports.CSV})
    @Produces(Imports.NDJSON)
    @Operation(summary = "Import offtake agreements with their histories, one per line")
    public Response take(InputStream body, @HeaderParam("Content-Type") MediaType type) {
        return imports.run(body, type, LineImporter.of(line -> {
            try {
                return offtaking.take(line);
            } catch (OfftakeRefusal refusal) {
                throw new ProblemException(OfftakeProblems.of(refusal));
            } catch (DealRefusal refusal) {
                throw new ProblemException(DealProblems.of(refusal));
            }
        }));
    }
}
