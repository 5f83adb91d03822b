package io.lodestone.chassis.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers to single reads. */
@ApplicationScoped
public class Answers {

    private final HttpHeaders headers;

    Answers(HttpHeaders headers) {
        this.headers = headers;
    }

    /** 200 with the view and its ETag, or 304 when If-None-Match names that version. */
    public Response of(Versioned view) {
        var tag = IfMatch.tag(view.version());
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.equals("*") || known.contains(tag))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(view)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
