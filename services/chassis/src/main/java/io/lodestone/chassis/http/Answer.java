package io.lodestone.chassis.http;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer as it goes over the wire, so that it can be given again byte for byte. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer kept(int status, String headerLines, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headerLines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1));
        });
        return new Answer(status, headers, body);
    }

    String headerLines() {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    Response toResponse() {
        var response = Response.status(status).type("application/json").entity(body);
        headers.forEach(response::header);
        return response.header("Cache-Control", "no-store").build();
    }

    Response replayed() {
        var response = Response.fromResponse(toResponse());
        return response.header("Idempotency-Replayed", "true").build();
    }
}
