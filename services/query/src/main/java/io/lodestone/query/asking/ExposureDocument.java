package io.lodestone.query.asking;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.NULL;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Writes into the OpenAPI document what follows from the dimensions and rungs, so that there is one list of each. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExposureDocument implements OASFilter {

    private static final List<String> CUT = List.of(
            "/v1/exposure",
            "/v1/pipeline",
            "/v1/exposure/changes",
            "/v1/exposure/history",
            "/v1/exposure/concentration");
    private static final List<String> DATED = List.of(
            "/v1/exposure",
            "/v1/exposure/entries",
            "/v1/exposure/explain",
            "/v1/pipeline",
            "/v1/exposure/concentration");
    private static final List<String> CONVERTED =
            List.of("/v1/exposure", "/v1/exposure/explain", "/v1/exposure/concentration");
    private static final String RATES =
            "historical (what came in at the rate of its day) or current (all at the rate of asOf): converts other currencies";
    private static final String BY =
            "Dimensions, comma separated: " + String.join(", ", Dimension.fields()) + ". None for the undivided figure";
    private static final String AS_OF =
            "A day such as 2026-06-30, by default today (UTC): what took effect up to it counts";
    private static final String EXPOSURE = "/v1/exposure";
    private static final String ENTRIES = "/v1/exposure/entries";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        if (paths == null || paths.getPathItem(EXPOSURE) == null || document.getComponents() == null) {
            return;
        }
        CUT.forEach(path -> paths.getPathItem(path).getGET().addParameter(query("by", BY)));
        DATED.forEach(path -> paths.getPathItem(path).getGET().addParameter(query("asOf", AS_OF)));
        Stream.concat(CUT.stream(), DATED.stream())
                .distinct()
                .forEach(path -> describe(paths.getPathItem(path).getGET()));
        CONVERTED.forEach(path -> paths.getPathItem(path).getGET().addParameter(query("rates", RATES)));
        more(paths);
        document.getComponents()
                .addSchema("Sum", sum())
                .addSchema("Change", change())
                .addSchema("Offers", offers())
                .addSchema("Part", part())
                .addSchema("Entry", entry())
                .removeSchema("Measures");
        paths.getPathItem(ENTRIES)
                .getGET()
                .getResponses()
                .getAPIResponse("200")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Entry"))));
    }

    private static void more(Paths paths) {
        paths.getPathItem("/v1/exposure/explain")
                .getGET()
                .addParameter(query("measure", "The rung: " + String.join(", ", Measure.fields())))
                .addParameter(query("limit", "Deals listed one by one, 1 to 500, by default 100"));
        paths.getPathItem("/v1/exposure/concentration")
                .getGET()
                .addParameter(query("measure", "Only this rung, by default every one that is not zero"))
                .addParameter(query("top", "Parts listed, 1 to 500, by default 10"));
        paths.getPathItem("/v1/exposure/changes")
                .getGET()
                .addParameter(query("from", "The first of the two days; what took effect on it is in before"))
                .addParameter(query("to", "The second day, by default today (UTC)"));
        paths.getPathItem("/v1/exposure/history")
                .getGET()
                .addParameter(query("step", "day, week, month (default), quarter or year; at most 400 points"))
                .addParameter(query("from", "The day of the first point, by default about a year of months before to"))
                .addParameter(query("to", "The day of the last point, by default today (UTC)"));
    }

    private static void describe(Operation operation) {
        for (var dimension : Dimension.values()) {
            operation.addParameter(query(
                    dimension.field(),
                    "Only these " + (dimension.isId() ? "ids" : "values")
                            + (dimension.isName() ? ", exact; repeated for several" : ", comma separated or repeated")
                            + (dimension.isOptional() ? "; none for deals without one" : "")));
        }
        operation
                .addParameter(query(
                        "knownAt",
                        "A moment such as 2026-07-01T00:00:00Z, by default now: what was recorded up to it counts"))
                .addParameter(query(
                        "currency",
                        "ISO 4217, by default USD; what is in others is told apart or, with rates, converted"));
    }

    private static Parameter query(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(of(STRING));
    }

    private static Schema sum() {
        var sum = of(OBJECT).description("One amount per rung, in the answer's currency. The rungs have no sum.");
        cut(sum);
        sum.addProperty("currency", of(STRING).description("In notConverted only"));
        rungs(sum, "Decimal, with the currency's digits");
        return sum.addProperty("deals", of(INTEGER).description("Distinct deals present"));
    }

    private static Schema change() {
        var change = of(OBJECT).description("A cell on both days, and the difference, which may be negative");
        cut(change);
        for (var part : List.of("before", "after", "change")) {
            change.addProperty(part, OASFactory.createSchema().ref("#/components/schemas/Sum"));
        }
        return change;
    }

    private static Schema offers() {
        var offers = of(OBJECT).description("The one rung of what binds nobody");
        cut(offers);
        return offers.addProperty(
                        Measure.PIPELINE.field(), of(STRING).description("Decimal, with the currency's digits"))
                .addProperty("deals", of(INTEGER).description("Distinct deals present"));
    }

    private static Schema part() {
        var part = of(OBJECT).description("A part and its share of the whole");
        cut(part);
        return part.addProperty("amount", of(STRING).description("Decimal, with the currency's digits"))
                .addProperty("share", of(STRING).addType(NULL).description("Percent; null where there is no whole"));
    }

    private static void cut(Schema cell) {
        for (var dimension : Dimension.values()) {
            cell.addProperty(dimension.field(), dimension(dimension).description("Where the answer is cut by it"));
        }
    }

    private static Schema entry() {
        var entry = of(OBJECT).description("By how much a fact changed a cell");
        entry.addProperty("id", id("Of the entry; the same after the ledger was made anew"))
                .addProperty("factId", id("The fact, of the deal or of its project"))
                .addProperty("dealId", id("The deal"))
                .addProperty("type", of(STRING).description("The fact's CloudEvents type"))
                .addProperty("reference", of(STRING).description("The agency's own"))
                .addProperty("effectiveOn", of(STRING).format("date").description("It counts from this day on"))
                .addProperty("recordedAt", of(STRING).format("date-time").description("It is known since this moment"))
                .addProperty("releaseClass", of(STRING).description("Of the deal today"));
        for (var dimension : Dimension.values()) {
            entry.addProperty(dimension.field(), dimension(dimension));
        }
        entry.addProperty("obligorLei", of(STRING).addType(NULL)).addProperty("currency", of(STRING));
        rungs(entry, "Signed difference, decimal, with the currency's digits");
        return entry.addProperty(
                "presence", of(INTEGER).description("1 the deal came into the cell, -1 it left, else 0"));
    }

    private static Schema id(String description) {
        return of(STRING).format("uuid").description(description);
    }

    private static Schema dimension(Dimension dimension) {
        var schema = of(STRING);
        return dimension.isOptional() ? schema.addType(NULL) : schema;
    }

    private static void rungs(Schema schema, String description) {
        for (var measure : Measure.values()) {
            schema.addProperty(measure.field(), of(STRING).description(description));
        }
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
