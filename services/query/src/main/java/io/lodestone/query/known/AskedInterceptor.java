package io.lodestone.query.known;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Tells from when to when a question is under way, around its transaction. */
@Asked
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AskedInterceptor {

    private final AskersFirst askers;

    AskedInterceptor(AskersFirst askers) {
        this.askers = askers;
    }

    @AroundInvoke
    Object around(InvocationContext question) throws Exception {
        askers.begin();
        try {
            return question.proceed();
        } finally {
            askers.end();
        }
    }
}
