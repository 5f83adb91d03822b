package io.lodestone.query.referencing;

import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.known.SupplyFigure;
import io.lodestone.query.known.SupplyFigures;
import io.lodestone.query.view.Codes;
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

/** Figures about supply, as publications printed them. */
@Path("/v1/supply/figures")
class SupplyFiguresResource {

    private static final int YEAR_LEAST = 1900;
    private static final int YEAR_MOST = 2200;

    private final SupplyFigures figures;
    private final Imports imports;
    private final Questions questions;

    SupplyFiguresResource(SupplyFigures figures, Imports imports, Questions questions) {
        this.figures = figures;
        this.imports = imports;
        this.questions = questions;
    }

    /** Of each figure the newest edition that was out on the day {@code asOf}; at most 5,000. */
    record SupplyFiguresView(LocalDate asOf, List<SupplyFigure> items) {}

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
            summary = "Figures about supply, as printed",
            description =
                    "Filters: mineral, segment, indicator, year, and the day asOf, by default today. A figure is a"
                            + " number, a bound such as >50, W for withheld or E for a net exporter; none is made a number.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SupplyFiguresView.class)))
    public Response list(@Context UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        parameters.mustBeAmong(List.of("mineral", "segment", "indicator", "year", "asOf"));
        var asOf = parameters.day("asOf", questions.today(), questions.today());
        var found = figures.of(new SupplyFigures.Wanted(
                asOf,
                Codes.read(parameters, "mineral", Mineral.class),
                Codes.read(parameters, "segment", Segment.class),
                Codes.read(parameters, "indicator", SupplyFigure.Indicator.class),
                parameters.number("year", YEAR_LEAST, YEAR_MOST)));
        return Response.ok(new SupplyFiguresView(asOf, found))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/imports")
    @RolesAllowed("operator")
    @Consumes({Imports.NDJSON, Imports.CSV})
    @Produces(Imports.NDJSON)
    @Operation(
            summary = "Takes in figures about supply, one per line; answers line by line",
            description =
                    "Keyed by mineral, segment, indicator, category, area, year and edition. The same again changes"
                            + " nothing; another figure under the same key replaces it.")
    public Response take(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        return imports.run(
                body,
                MediaType.valueOf(type),
                LineImporter.of(line -> figures.take(imports.read(line, SupplyFigure.class))));
    }
}
