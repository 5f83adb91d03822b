package io.lodestone.query.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.view.Parameters;
import io.lodestone.query.view.Questions;
import io.lodestone.query.view.Sum;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The exposure as server-sent events. */
@Path("/v1/exposure/stream")
@RolesAllowed({
    "analyst",
    "deal-officer",
    "deal-approver",
    "partner",
    "project-registrar",
    "stockpile-manager",
    "operator"
})
class StreamResource {

    private final Questions questions;
    private final CellStream stream;
    private final Caller caller;

    StreamResource(Questions questions, CellStream stream, Caller caller) {
        this.questions = questions;
        this.stream = stream;
        this.caller = caller;
    }

    @GET
    @Produces("text/event-stream")
    @Operation(
            summary = "Cells of the exposure as they change",
            description =
                    "Server-sent events: cell, with the cell as it is now, zeros where it is empty. The same cut and"
                            + " filters as the exposure. The id is a moment: with it as Last-Event-ID, or as since, the stream goes"
                            + " on from there; a cell may be told twice. A stream lives for 15 minutes; come back with its last id.")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Response cells(@Context UriInfo uri, @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        var parameters = new Parameters(uri.getQueryParameters());
        var question = questions.read(parameters.given(), "by", "since");
        var since = lastEventId == null
                ? questions.moment("since", parameters.one("since"))
                : questions.moment("Last-Event-ID", lastEventId);
        var sight = caller.sight();
        stream.open();
        StreamingOutput events = out -> stream.follow(question, since, sight, new Events(out));
        return Response.ok(events)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Writes events as the HTML standard has them. */
    private record Events(OutputStream out) implements CellStream.Listener {

        @Override
        public void told(Instant knownAt, String event, @Nullable Sum cell) throws IOException {
            var data = cell == null
                    ? "{}"
                    : cell.json().put("currency", cell.currency()).toString();
            write("id: " + knownAt + "\nevent: " + event + "\ndata: " + data + "\n\n");
        }

        @Override
        public void beat() throws IOException {
            write(": still here\n\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }
    }
}
