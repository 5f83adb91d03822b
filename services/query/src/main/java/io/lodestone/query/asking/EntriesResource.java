package io.lodestone.query.asking;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.query.view.Consistency;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The facts that made a figure. */
@Path("/v1/exposure/entries")
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
class EntriesResource {

    private final Questions questions;
    private final Entries entries;
    private final Consistency consistency;
    private final Caller caller;
    private final Pages pages;

    EntriesResource(Questions questions, Entries entries, Consistency consistency, Caller caller, Pages pages) {
        this.questions = questions;
        this.entries = entries;
        this.consistency = consistency;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "The ledger entries behind a figure, newest first",
            description = "Same filters as the exposure; the sum of all entries is the figure. An entry says which fact"
                    + " changed which cell by how much, from which day on (effectiveOn) and since which moment it is"
                    + " known (recordedAt). presence is 1 where a deal comes into a cell, -1 where it leaves.")
    @APIResponse(responseCode = "400", description = "A parameter that is unknown or malformed, by name; see allowed")
    @APIResponse(responseCode = "409", description = "not-yet-visible: the facts of the Consistency-Token are not here")
    @APIResponse(responseCode = "422", description = "A day or moment in the future, a code or currency that is none")
    @APIResponse(responseCode = "200", description = "items, and next where there are more")
    public Response entries(
            @Context UriInfo uri,
            @BeanParam PageRequest page,
            @Parameter(description = "What a command answered: its facts are in this answer, or it is 409")
                    @HeaderParam("Consistency-Token")
                    @Nullable
                    String token,
            @Parameter(description = "wait=<seconds>, at most 10: how long to wait for those facts")
                    @HeaderParam("Prefer")
                    @Nullable
                    String prefer) {
        var question = questions.read(uri.getQueryParameters(), "asOf", "limit", "after");
        consistency.await(token, prefer);
        return pages.answer(entries.of(question, caller.sight(), page));
    }
}
