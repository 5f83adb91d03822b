package io.lodestone.chassis.http;

import io.lodestone.chassis.feed.ParkedFacts;
import io.lodestone.chassis.feed.ParkedFacts.ParkedFact;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Facts this service could not take in. */
@Path("/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private static final int SHOWN_MAX = 500;

    private final ParkedFacts parked;

    ParkedResource(ParkedFacts parked) {
        this.parked = parked;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "Facts that could not be taken in, with their cause; at most 500, oldest first")
    public Page<ParkedFact> list() {
        List<ParkedFact> facts = parked.list(0, SHOWN_MAX);
        return new Page<>(facts, null);
    }
}
