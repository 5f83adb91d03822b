package io.lodestone.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What happens to every request before and after its endpoint: trace context, and the size limit. */
public class RequestGate {

    private final Trace trace;

    RequestGate(Trace trace) {
        this.trace = trace;
    }

    @ServerRequestFilter(preMatching = true)
    public void enter(ContainerRequestContext request) {
        trace.adopt(request.getHeaderString("traceparent"));
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && BodyLimit.applies(request.getUriInfo()) && Long.parseLong(length) > BodyLimit.BYTES_MAX) {
            throw BodyLimit.exceeded();
        }
    }

    @ServerResponseFilter
    public void leave(ContainerResponseContext response) {
        response.getHeaders().putSingle("traceparent", trace.traceparent());
    }
}
