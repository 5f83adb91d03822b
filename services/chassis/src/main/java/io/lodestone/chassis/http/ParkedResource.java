package io.lodestone.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.chassis.feed.ParkedFacts;
import io.lodestone.chassis.feed.ParkedFacts.ParkedFact;
import io.lodestone.chassis.feed.ParkedFacts.Status;
import io.lodestone.chassis.feed.ParkedRefusal;
import io.lodestone.chassis.feed.Redriving;
import io.lodestone.chassis.feed.Redriving.Redriven;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Facts this service could not take in, and what an operator does about them. */
@Path("/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class ParkedResource {

    private static final List<Status> OPEN = List.of(Status.BLOCKING, Status.WAITING, Status.ASIDE);

    private final ParkedFacts parked;
    private final Redriving redriving;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    ParkedResource(ParkedFacts parked, Redriving redriving, Commands commands, Caller caller, Pages pages) {
        this.parked = parked;
        this.redriving = redriving;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    /** Why a fact is given up: 1 to 500 characters. */
    public record SkipParked(@NotBlank @Size(max = 500) String reason) {}

    /** @param applied facts taken in; {@code blocking} holds back the key now, missing when nothing is left of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RedrivenView(long applied, @Nullable ParkedFact blocking) {}

    @GET
    @Operation(
            summary = "Facts that could not be taken in, with their cause, oldest first",
            description = "Without status those that are open: blocking, waiting, aside. Data is cut at 2,000 bytes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ParkedFact.class)))
    public Response list(@BeanParam PageRequest page, @QueryParam("status") @Nullable String status) {
        var facts = parked.list(statuses(status), page.afterNumber(), page.limit() + 1);
        if (facts.size() <= page.limit()) {
            return pages.answer(new Page<>(facts, null));
        }
        var shown = facts.subList(0, page.limit());
        return pages.answer(new Page<>(shown, PageRequest.cursor(shown.getLast().id())));
    }

    @GET
    @Path("/{id:\\d{1,18}}")
    @Operation(summary = "One parked fact with all of its data")
    public ParkedFact one(long id) {
        return parked.find(id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/{id:\\d{1,18}}/redrive")
    @Operation(
            summary = "After the cause is mended: takes in a blocking fact and those behind it",
            description = "In version order, each once, until one fails; that one blocks its key from then on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedrivenView.class)))
    public Response redrive(long id) {
        return commands.carryOut(() -> redriven(redriving.redrive(id)));
    }

    @POST
    @Path("/{id:\\d{1,18}}/skip")
    @Operation(
            summary = "Gives up a blocking fact, and takes in those behind it",
            description =
                    "Its version counts as heard. Who, when and why stay on record: GET /v1/parked?status=SKIPPED")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedrivenView.class)))
    public Response skip(long id, @NotNull @Valid SkipParked skip) {
        return commands.carryOut(() -> redriven(redriving.skip(id, caller.subject(), skip.reason())));
    }

    /** 404 for an id that is not parked, 409 for one that cannot be gone on with. */
    @ServerExceptionMapper
    public Response refused(ParkedRefusal refusal) {
        var detail = String.valueOf(refusal.getMessage());
        var problem =
                switch (refusal) {
                    case ParkedRefusal.Unknown _ -> Problem.of(404, "not-found", detail);
                    case ParkedRefusal.NotBlocking it ->
                        Problem.of(409, "not-blocking", detail).with("blocking", it.blocking());
                    case ParkedRefusal.SetAside _ -> Problem.of(409, "not-a-fact", detail);
                    case ParkedRefusal.EarlierOnesWait _ -> Problem.of(409, "earlier-versions-wait", detail);
                };
        return problem.toResponse();
    }

    private RedrivenView redriven(Redriven redriven) {
        var blocking = redriven.subject() == null
                ? null
                : parked.blocking(redriven.topic(), redriven.subject()).orElse(null);
        return new RedrivenView(redriven.applied(), blocking);
    }

    private static List<Status> statuses(@Nullable String asked) {
        if (asked == null) {
            return OPEN;
        }
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(asked.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new ProblemException(Problem.invalid("status", "is not a status of parked facts")
                        .with("allowed", List.of(Status.values()))));
    }
}
