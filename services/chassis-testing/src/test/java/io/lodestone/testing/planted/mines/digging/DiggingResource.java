package io.lodestone.testing.planted.mines.digging;

import io.lodestone.testing.planted.mines.known.KnownOwner;
import io.lodestone.testing.planted.mines.view.MineView;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Clean: the edge speaks HTTP and opens nothing. */
@Path("/mines")
public class DiggingResource {
    private final Digging digging;

    DiggingResource(Digging digging) {
        this.digging = digging;
    }

    @POST
    public MineView dig(Asked asked) {
        return digging.dig(UUID.fromString(asked.id()), new KnownOwner("x"));
    }

    /** Clean: parameters nested in the resource belong to it. */
    public record Asked(@QueryParam("id") String id) {}
}
