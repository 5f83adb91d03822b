package io.lodestone.query.concentrating;

import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.known.SupplyFigure.Indicator;
import io.lodestone.query.known.SupplyFigures;
import io.lodestone.query.view.Codes;
import io.lodestone.query.view.Parameters;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How concentrated supply is. */
@Path("/v1/supply/concentration")
@Produces(MediaType.APPLICATION_JSON)
class SupplyConcentrationResource {

    private static final int LISTED = 5;
    private static final int LISTED_MAX = 100;
    private static final int YEAR_LEAST = 1900;
    private static final int YEAR_MOST = 2200;

    private final SupplyFigures figures;
    private final Questions questions;

    SupplyConcentrationResource(SupplyFigures figures, Questions questions) {
        this.figures = figures;
        this.questions = questions;
    }

    @GET
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
            summary = "How concentrated supply is, per mineral and segment",
            description =
                    "Filters: mineral, segment, year, and the day asOf, by default today; top is how many countries"
                            + " are listed, by default 5. From production by country as published: shares, the"
                            + " Herfindahl-Hirschman index and the effective number. Withheld figures are named and in no sum.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SupplyConcentrationView.class)))
    public Response concentration(@Context UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        parameters.mustBeAmong(List.of("mineral", "segment", "year", "asOf", "top"));
        var asOf = parameters.day("asOf", questions.today(), questions.today());
        int most = parameters.count("top", LISTED, LISTED_MAX);
        var production = figures.of(new SupplyFigures.Wanted(
                asOf,
                Codes.read(parameters, "mineral", Mineral.class),
                Codes.read(parameters, "segment", Segment.class),
                Indicator.PRODUCTION,
                parameters.number("year", YEAR_LEAST, YEAR_MOST)));
        return Response.ok(new SupplyConcentrationView(asOf, SupplyConcentration.of(production, most)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
