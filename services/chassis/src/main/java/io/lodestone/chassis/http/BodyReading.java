package io.lodestone.chassis.http;

import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.DigestInputStream;

/** Limits a body and takes its digest while it is read, for the Idempotency-Key. */
@Provider
public class BodyReading implements ReaderInterceptor {

    private final UriInfo uri;
    private final BodyDigest digest;

    BodyReading(UriInfo uri, BodyDigest digest) {
        this.uri = uri;
        this.digest = digest;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (BodyLimit.applies(uri)) {
            context.setInputStream(new DigestInputStream(new BodyLimit(context.getInputStream()), digest.begin()));
        }
        return context.proceed();
    }
}
