package io.lodestone.projects.financing;

import io.lodestone.chassis.http.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/projects/{id}/funding")
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
class FundingResource {

    private final SourcesAndUses sources;
    private final Caller caller;

    FundingResource(SourcesAndUses sources, Caller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What deals promise to the project, by currency and agency, beside the capital it needs")
    @APIResponseSchema(FundingView.class)
    public Response funding(@PathParam("id") UUID id) {
        return Response.ok(sources.of(id, caller.sight()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
