package io.lodestone.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as a problem. One method per type, because the framework has mappers of its own to be beaten. */
public class ProblemMappers {

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response anything(Throwable e) {
        return answer(e);
    }

    private static Response answer(Throwable e) {
        return Problems.of(e).toResponse();
    }
}
