package io.lodestone.query.referencing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.contracts.Source;
import io.lodestone.query.view.Parameters;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Exchange rates, dated and with their source. */
@Path("/v1/fx-rates")
class FxRatesResource {

    private static final int SHOWN = 50;
    private static final int SHOWN_MAX = 500;

    private final FxRates rates;
    private final Imports imports;
    private final Questions questions;

    FxRatesResource(FxRates rates, Imports imports, Questions questions) {
        this.rates = rates;
        this.imports = imports;
        this.questions = questions;
    }

    /** The rates of a currency, newest first. */
    record FxRatesView(List<Quoted> items) {}

    /** A rate as it was published: {@code rate} units of the currency for one of the base. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Quoted(
            String base,
            String currency,
            LocalDate day,
            String rate,
            Source source,
            @Nullable String note) {

        static Quoted of(FxRateLine line) {
            return new Quoted(
                    line.base(), line.currency(), line.day(), line.rate().toPlainString(), line.source(), line.note());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        "analyst",
        "deal-officer",
        "deal-approver",
        "partner",
        "project-registrar",
        "stockpile-manager",
        "operator"
    })
    @Operation(
            summary = "The rates of a currency, newest first",
            description = "currency is needed; day, by default today, is the last day of interest; limit is 1 to 500.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FxRatesView.class)))
    public Response list(@Context UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        parameters.mustBeAmong(List.of("currency", "day", "limit"));
        var currency = parameters.one("currency");
        if (currency == null) {
            throw Parameters.malformed("currency", "is missing", List.of());
        }
        var latest = parameters.day("day", questions.today(), questions.today());
        var found = rates.of(Questions.currency(currency), latest, parameters.count("limit", SHOWN, SHOWN_MAX));
        return Response.ok(new FxRatesView(found.stream().map(Quoted::of).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/imports")
    @RolesAllowed("operator")
    @Consumes({Imports.NDJSON, Imports.CSV})
    @Produces(Imports.NDJSON)
    @Operation(
            summary = "Takes in rates, one per line, keyed by base, currency and day; answers line by line",
            description =
                    "A line: base, currency, day, rate (units of the currency for one of the base), source (url,"
                            + " seenOn, confidence), note. The same again changes nothing; another rate of the same day replaces it.")
    public Response take(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        return imports.run(
                body,
                MediaType.valueOf(type),
                LineImporter.of(line -> rates.take(imports.read(line, FxRateLine.class))));
    }
}
