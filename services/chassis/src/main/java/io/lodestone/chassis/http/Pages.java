package io.lodestone.chassis.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers to lists: the page, and a Link to the next one. */
@ApplicationScoped
public class Pages {

    private final UriInfo uri;

    Pages(UriInfo uri) {
        this.uri = uri;
    }

    public Response answer(Page<?> page) {
        var response = Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.next())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
