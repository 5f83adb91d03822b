package io.lodestone.deals.totalling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.outbox.Asking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What all deals add up to, RESTRICTED ones too: for operators. */
@Path("/v1/control-totals")
@Produces("application/json")
@RolesAllowed("operator")
class ControlTotalsResource {

    private final Commands commands;
    private final Asking asking;
    private final Totalling totalling;
    private final PublishedTotals published;
    private final TopicPartitions topics;
    private final Pages pages;

    ControlTotalsResource(
            Commands commands,
            Asking asking,
            Totalling totalling,
            PublishedTotals published,
            TopicPartitions topics,
            Pages pages) {
        this.commands = commands;
        this.asking = asking;
        this.totalling = totalling;
        this.published = published;
        this.topics = topics;
        this.pages = pages;
    }

    @POST
    @Operation(summary = "Publish what all deals add up to, at one cut through their facts")
    @APIResponseSchema(value = ControlTotalsView.class, responseCode = "201")
    public Response publish() {
        return commands.create(() -> totalling.publish(topics.of(DEALS.name()), asking.provenance()));
    }

    @GET
    @Operation(summary = "Runs, the newest first, without their lines, in pages")
    @APIResponseSchema(value = ControlTotalsView.class, responseCode = "200")
    public Response list(@BeanParam PageRequest page) {
        return pages.answer(published.list(page));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One run with its lines")
    @APIResponseSchema(value = ControlTotalsView.class, responseCode = "200")
    public Response read(@PathParam("id") UUID id) {
        return Response.ok(published.read(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
