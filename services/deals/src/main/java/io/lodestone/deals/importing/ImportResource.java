package io.lodestone.deals.importing;

import io.lodestone.chassis.http.Imports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Imports over HTTP. */
@Path("/v1/deals/imports")
@Consumes({Imports.NDJSON, Imports.CSV})
@Produces(Imports.NDJSON)
class ImportResource {

    private final Imports imports;
    private final Importing importing;

    ImportResource(Imports imports, Importing importing) {
        this.imports = imports;
        this.importing = importing;
    }

    @POST
    @RolesAllowed("deal-officer")
    @Operation(summary = "Import deals with their histories, one per line; a bad line is refused with its number")
    public Response take(InputStream body, @HeaderParam("Content-Type") MediaType type) {
        return imports.run(body, type, new DealLines(importing));
    }
}
