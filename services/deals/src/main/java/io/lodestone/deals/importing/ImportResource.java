package io.lodestone.deals.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.deals.deal.DealRefusal;
import io.lodestone.deals.view.DealProblems;
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
        return imports.run(body, type, new Lines());
    }

    /** Lines one by one, and what a transaction full of them means for limits. */
    private final class Lines implements LineImporter {

        @Override
        public Imported importLine(ObjectNode line) {
            try {
                return importing.take(line);
            } catch (DealRefusal refusal) {
                throw new ProblemException(DealProblems.of(refusal));
            }
        }

        @Override
        public void beforeCommit() {
            importing.settle();
        }
    }
}
