package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.deals.limit.LimitTerms;
import io.lodestone.deals.limit.LimitTerms.Effect;
import io.lodestone.deals.limiting.LimitReading.Filter;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Limits. Their use moves without a new version, so a read is never answered with 304. */
@Path("/v1/limits")
@Produces("application/json")
@Authenticated
class LimitsResource {

    private final Commands commands;
    private final LimitSetting setting;
    private final LimitReading reading;
    private final Pages pages;

    LimitsResource(Commands commands, LimitSetting setting, LimitReading reading, Pages pages) {
        this.commands = commands;
        this.setting = setting;
        this.reading = reading;
        this.pages = pages;
    }

    @GET
    @Operation(summary = "All limits, statutory and own, with their use, in pages")
    @APIResponseSchema(value = LimitView.class, responseCode = "200")
    public Response list(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("effect") @Nullable String effect,
            @QueryParam("key") @Nullable String key,
            @BeanParam PageRequest page) {
        var filter = new Filter(code("agency", agency, Agency.values()), code("effect", effect, Effect.values()), key);
        return pages.answer(reading.list(filter, page));
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed("deal-approver")
    @Operation(summary = "Set a limit of your agency, by its key; a known one needs If-Match")
    @APIResponseSchema(value = LimitView.class, responseCode = "200")
    public Response set(
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch, @Valid @NotNull LimitTerms terms) {
        return setting.isKnown(terms)
                ? commands.act(() -> setting.set(terms, ifMatch))
                : commands.create(() -> setting.set(terms, ifMatch));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One limit and its use per bucket")
    @APIResponseSchema(value = LimitView.class, responseCode = "200")
    public Response read(@PathParam("id") UUID id) {
        var view = reading.read(id);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, IfMatch.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}/contributors")
    @Operation(summary = "The deals that use it, those you may see, in pages")
    @APIResponseSchema(value = Contributor.class, responseCode = "200")
    public Response contributors(
            @PathParam("id") UUID id, @QueryParam("bucket") @Nullable String bucket, @BeanParam PageRequest page) {
        return pages.answer(reading.contributors(id, bucket, page));
    }

    private static @Nullable String code(String name, @Nullable String value, Enum<?>[] known) {
        var codes = Arrays.stream(known).map(Enum::name).toList();
        if (value != null && !codes.contains(value)) {
            throw new ProblemException(
                    Problem.invalid(name, value + " is not a known code").with("allowed", Nearest.to(value, codes)));
        }
        return value;
    }
}
