package io.lodestone.deals.exporting;

import static io.lodestone.chassis.http.FilterValue.code;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.catalogue.Agency;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of deals for those who accept IATI's media type, and who name it: others get JSON. */
@Path("/v1/deals")
@Authenticated
class DealsAsIatiResource {

    private final IatiExport iati;

    DealsAsIatiResource(IatiExport iati) {
        this.iati = iati;
    }

    /** A filter that a file cannot follow is refused: the file would look like an answer to it. */
    @GET
    @Produces(IatiExport.TYPE + ";qs=0.5")
    @Operation(hidden = true) // told with the list
    public Response list(@QueryParam("agency") @Nullable String agency, @Context UriInfo asked) {
        for (var name : asked.getQueryParameters().keySet()) {
            if (!name.equals("agency")) {
                var message = "does not narrow an IATI file; agency does";
                throw new ProblemException(Problem.of(400, "malformed", name + " " + message)
                        .violation(name, message)
                        .with("allowed", List.of("agency")));
            }
        }
        var only = code("agency", agency, Agency.class);
        StreamingOutput content = out -> iati.write(only, out);
        return Response.ok(content)
                .type(IatiExport.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
