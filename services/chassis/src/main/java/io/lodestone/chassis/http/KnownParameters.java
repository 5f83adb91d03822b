package io.lodestone.chassis.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that an operation does not take: a mistyped filter must not answer with everything. An
 * operation that takes the whole address ({@link UriInfo}) judges it itself.
 */
public class KnownParameters {

    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void mustBeKnown(ContainerRequestContext request, ResourceInfo resource) {
        known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of)
                .ifPresent(names -> mustBeAmong(names, request));
    }

    private static void mustBeAmong(Set<String> names, ContainerRequestContext request) {
        for (var name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!names.contains(name) && !(name.equals(Commands.DRY_RUN) && isCommand(request))) {
                throw new ProblemException(Problem.of(400, "malformed", name + " is not a parameter here")
                        .violation(name, "is not a parameter here")
                        .with("allowed", names));
            }
        }
    }

    private static boolean isCommand(ContainerRequestContext request) {
        return !Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod());
    }

    /** Empty when the operation takes the whole address. */
    private static Optional<Set<String>> of(Method operation) {
        if (Arrays.asList(operation.getParameterTypes()).contains(UriInfo.class)) {
            return Optional.empty();
        }
        var names = new TreeSet<String>();
        Arrays.stream(operation.getParameters()).forEach(parameter -> add(names, parameter, parameter.getType()));
        return Optional.of(names);
    }

    private static void add(Set<String> names, AnnotatedElement element, Class<?> type) {
        var parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            names.add(parameter.value());
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            fields(type).forEach(field -> add(names, field, field.getType()));
        }
    }

    private static Stream<Field> fields(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }
}
