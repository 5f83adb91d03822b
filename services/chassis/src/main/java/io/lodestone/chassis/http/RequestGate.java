package io.lodestone.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What happens to every request before and after its endpoint: trace context, plain addresses, and the size limit. */
public class RequestGate {

    private final Trace trace;

    RequestGate(Trace trace) {
        this.trace = trace;
    }

    @ServerRequestFilter(preMatching = true)
    public void enter(ContainerRequestContext request) {
        trace.adopt(request.getHeaderString("traceparent"));
        mustBePlain(request.getUriInfo());
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && BodyLimit.applies(request.getUriInfo()) && Long.parseLong(length) > BodyLimit.BYTES_MAX) {
            throw BodyLimit.exceeded();
        }
    }

    /** What cannot be stored cannot be looked for either. */
    private static void mustBePlain(UriInfo uri) {
        if (holdsControls(uri.getPath())) {
            throw notPlain("path");
        }
        uri.getQueryParameters().forEach((name, values) -> {
            if (holdsControls(name) || values.stream().anyMatch(RequestGate::holdsControls)) {
                throw notPlain(holdsControls(name) ? "query" : name);
            }
        });
    }

    private static boolean holdsControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static ProblemException notPlain(String where) {
        return new ProblemException(Problem.of(400, "malformed", where + " must not hold control characters.")
                .violation(where, "must not hold control characters"));
    }

    @ServerResponseFilter
    public void leave(ContainerResponseContext response) {
        response.getHeaders().putSingle("traceparent", trace.traceparent());
    }
}
