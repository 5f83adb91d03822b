package io.lodestone.chassis.http;

import io.lodestone.chassis.outbox.Asking;
import io.lodestone.chassis.outbox.Provenance;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the request that is being served, and its trace. */
@ApplicationScoped
class RequestAsking implements Asking {

    private final Caller caller;
    private final Trace trace;

    RequestAsking(Caller caller, Trace trace) {
        this.caller = caller;
        this.trace = trace;
    }

    @Override
    public Provenance provenance() {
        if (!Arc.container().requestContext().isActive()) {
            throw new IllegalStateException("no request is being served: say who caused the fact");
        }
        return new Provenance(caller.subject(), trace.traceparent());
    }
}
