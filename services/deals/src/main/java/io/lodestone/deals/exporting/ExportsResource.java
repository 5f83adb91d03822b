package io.lodestone.deals.exporting;

import static io.lodestone.chassis.http.FilterValue.code;

import io.lodestone.contracts.catalogue.Agency;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Public deals as files for others. */
@Path("/v1/exports")
@Authenticated
class ExportsResource {

    private final PublicDeals deals;
    private final IatiExport iati;

    ExportsResource(PublicDeals deals, IatiExport iati) {
        this.deals = deals;
        this.iati = iati;
    }

    @GET
    @Path("/iati")
    @Produces({IatiExport.TYPE, "application/xml"})
    @Operation(
            summary = "Public deals as activities of the IATI Standard 2.03",
            description = "Streamed. The transactions of one type add up to where the deal stands: pledges until it is "
                    + "signed, then commitments, guarantees, disbursements and repayments; what was cancelled or lapsed is "
                    + "a negative commitment. RESTRICTED and PARTNER deals are never part of it.")
    public Response iati(@QueryParam("agency") @Nullable String agency) {
        var only = code("agency", agency, Agency.class);
        return file(out -> iati.write(only, out));
    }

    @GET
    @Path("/exim")
    @Produces("text/csv")
    @Operation(
            summary = "EXIM's public deals that were decided on, in the shape of the file EXIM publishes",
            description = "Streamed. Column names, order and dates (MM/DD/YYYY) are those of EXIM's own file, less the "
                    + "columns about what Lodestone does not hold, with the currency at the end. Outstanding exposure is "
                    + "what is owed under loans and the current maximum liability of guarantees and insurance.")
    public Response exim() {
        return file(out -> {
            var file = new EximFile(out);
            deals.each(Agency.EXIM, file::add);
            file.end();
        });
    }

    private static Response file(StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
