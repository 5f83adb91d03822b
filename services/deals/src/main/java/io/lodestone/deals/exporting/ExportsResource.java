package io.lodestone.deals.exporting;

import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.catalogue.Agency;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Public deals as files for others. */
@Path("/v1/exports")
@Authenticated
class ExportsResource {

    private final PublicDeals deals;
    private final Clock clock;
    private final String reporter;

    /** @param reporter the publisher's organisation identifier in IATI files */
    ExportsResource(
            PublicDeals deals, Clock clock, @ConfigProperty(name = "deals.iati.reporting-org") String reporter) {
        this.deals = deals;
        this.clock = clock;
        this.reporter = reporter;
    }

    @GET
    @Path("/iati")
    @Produces({"application/vnd.iati+xml", "application/xml"})
    @Operation(
            summary = "Public deals as activities of the IATI Standard 2.03",
            description = "Streamed. The transactions of one type add up to where the deal stands: pledges until it is "
                    + "signed, then commitments, guarantees, disbursements and repayments; what was cancelled or lapsed is "
                    + "a negative commitment. RESTRICTED and PARTNER deals are never part of it.")
    public Response iati(@QueryParam("agency") @Nullable String agency) {
        var only = agency(agency);
        return file(out -> {
            try {
                var file = new IatiFile(out, reporter);
                file.begin(clock.instant());
                deals.each(only, deal -> write(file, deal));
                file.end();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
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

    private static void write(IatiFile file, Told deal) throws IOException {
        try {
            file.add(deal);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static Response file(StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static @Nullable Agency agency(@Nullable String code) {
        if (code == null) {
            return null;
        }
        var known = Arrays.stream(Agency.values()).map(Enum::name).toList();
        if (!known.contains(code)) {
            throw new ProblemException(
                    Problem.invalid("agency", code + " is not a known code").with("allowed", Nearest.to(code, known)));
        }
        return Agency.valueOf(code);
    }
}
