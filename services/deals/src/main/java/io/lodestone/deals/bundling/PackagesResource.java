package io.lodestone.deals.bundling;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.deals.bundle.BundleRefusal;
import io.lodestone.deals.deal.DealRefusal;
import io.lodestone.deals.view.BundleProblems;
import io.lodestone.deals.view.DealProblems;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Packages over HTTP. */
@Path("/v1/packages")
@Produces("application/json")
@Authenticated
class PackagesResource {

    private final Commands commands;
    private final Bundling bundling;
    private final Packages packages;
    private final Imports imports;
    private final Pages pages;

    PackagesResource(Commands commands, Bundling bundling, Packages packages, Imports imports, Pages pages) {
        this.commands = commands;
        this.bundling = bundling;
        this.packages = packages;
        this.imports = imports;
        this.pages = pages;
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Begin a package, with deals or without")
    @APIResponseSchema(value = PackageView.class, responseCode = "201")
    public Response create(@Valid @NotNull CreatePackage command) {
        return commands.create(() -> bundling.create(command));
    }

    @PUT
    @Path("/{id}/deals/{dealId}")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Add a deal of your agency; a deal that is in the package already changes nothing")
    @APIResponseSchema(value = PackageView.class, responseCode = "200")
    public Response add(
            @PathParam("id") UUID id,
            @PathParam("dealId") UUID dealId,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch) {
        return commands.act(() -> bundling.add(id, ifMatch, dealId));
    }

    @DELETE
    @Path("/{id}/deals/{dealId}")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Take a deal of your agency out")
    @APIResponseSchema(value = PackageView.class, responseCode = "200")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("dealId") UUID dealId,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch) {
        return commands.act(() -> bundling.remove(id, ifMatch, dealId));
    }

    @GET
    @Operation(summary = "The packages you may see, in pages, without their deals")
    @APIResponseSchema(PackageView.class)
    public Response list(@QueryParam("agency") @Nullable String agency, @BeanParam PageRequest page) {
        var found = packages.list(known(agency), page);
        return pages.answer(
                new Page<>(found.items().stream().map(PackageView::listed).toList(), found.next()));
    }

    private static @Nullable String known(@Nullable String agency) {
        var codes = Arrays.stream(Agency.values()).map(Agency::name).toList();
        if (agency != null && !codes.contains(agency)) {
            throw new ProblemException(Problem.invalid("agency", agency + " is not a known code")
                    .with("allowed", Nearest.to(agency, codes)));
        }
        return agency;
    }

    /** Never 304: the totals move with the deals, whose facts do not change the package's version. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One package, with its deals and their totals per measure and currency")
    @APIResponseSchema(PackageView.class)
    public Response read(@PathParam("id") UUID id) {
        var view = packages.read(id);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, IfMatch.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/imports")
    @Consumes({Imports.NDJSON, Imports.CSV})
    @Produces(Imports.NDJSON)
    @RolesAllowed("deal-officer")
    @Operation(summary = "Import packages, one per line, with their deals by agency and reference")
    public Response take(InputStream body, @HeaderParam("Content-Type") MediaType type) {
        return imports.run(body, type, LineImporter.of(line -> {
            try {
                return bundling.take(line);
            } catch (BundleRefusal refusal) {
                throw new ProblemException(BundleProblems.of(refusal));
            } catch (DealRefusal refusal) {
                throw new ProblemException(DealProblems.of(refusal));
            }
        }));
    }
}
