package io.lodestone.testing.chassis;

import static io.lodestone.testing.chassis.BellEvent.BELLS;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Versioned;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;

/** Commands on bells. Ringing 13 strokes takes a second, ringing 50 fails after the fact was written down. */
@Path("/v1/bells")
@Produces("application/json")
public class BellResource {

    private final Commands commands;
    private final Outbox outbox;
    private final Ids ids;

    BellResource(Commands commands, Outbox outbox, Ids ids) {
        this.commands = commands;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** A command. */
    public record Ring(@Max(100) int strokes) {}

    /** A view. */
    public record Bell(UUID id, int strokes, long version) implements Versioned {}

    @POST
    @RolesAllowed("analyst")
    public Response ring(@Valid @NotNull Ring ring) {
        return commands.create(() -> ring(ids.next(), 1, ring));
    }

    @POST
    @Path("/{id}/again")
    @RolesAllowed("analyst")
    public Response again(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Ring ring) {
        return commands.act(() -> {
            ifMatch.check(1);
            return ring(id, 2, ring);
        });
    }

    private Bell ring(UUID id, long version, Ring ring) {
        outbox.add(BELLS, BellEvent.rung(id, version, ring.strokes()));
        if (ring.strokes() == 50) {
            throw new IllegalStateException("the rope broke: secret of the inside");
        }
        if (ring.strokes() == 13) {
            sleep();
        }
        return new Bell(id, ring.strokes(), version);
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
