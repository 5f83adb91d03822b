package io.lodestone.deals.ruling;

import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.deals.rule.Rule;
import io.lodestone.deals.rule.Rule.Effect;
import io.lodestone.deals.view.Rulings;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The rules as data. */
@Path("/v1/rules")
@Produces("application/json")
@Authenticated
class RulesResource {

    private final Rulings rulings;
    private final Clock clock;
    private final Pages pages;

    RulesResource(Rulings rulings, Clock clock, Pages pages) {
        this.rulings = rulings;
        this.clock = clock;
        this.pages = pages;
    }

    @GET
    @Operation(summary = "The statutory rules that hold on a day, today when asOf is left out, in pages")
    @APIResponseSchema(value = Rule.class, responseCode = "200")
    public Response list(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("effect") @Nullable String effect,
            @QueryParam("asOf") @Nullable String asOf,
            @BeanParam PageRequest page) {
        var whose = code("agency", agency, Agency.values());
        var what = code("effect", effect, Effect.values());
        var found = rulings.book().on(day(asOf)).stream()
                .filter(rule -> whose == null || rule.agency() == whose)
                .filter(rule -> what == null || rule.effect() == what)
                .toList();
        return pages.answer(Page.ofAll(found, page, Rule::id));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The version of a rule that holds on a day, today when asOf is left out")
    public Rule read(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
        var day = day(asOf);
        return rulings.book()
                .find(id, day)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "not-found", "There is no rule " + id + " that holds on " + day + ".")));
    }

    private LocalDate day(@Nullable String asked) {
        try {
            return asked == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : LocalDate.parse(asked);
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.invalid("asOf", "is not a day such as 2026-05-21"));
        }
    }

    private static <E extends Enum<E>> @Nullable E code(String name, @Nullable String value, E[] known) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(known)
                .filter(code -> code.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.invalid(name, value + " is not a known code")
                        .with(
                                "allowed",
                                Nearest.to(
                                        value,
                                        Arrays.stream(known).map(Enum::name).toList()))));
    }
}
