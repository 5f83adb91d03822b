package io.lodestone.projects.browsing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.projects.project.ProjectFilter;
import io.lodestone.projects.project.Stage;
import io.lodestone.projects.view.ProjectView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/v1/projects")
@Produces("application/json")
@RolesAllowed({
    "deal-officer",
    "deal-approver",
    "project-registrar",
    "stockpile-manager",
    "analyst",
    "partner",
    "operator"
})
class ProjectsResource {

    private final Browsing browsing;
    private final Pages pages;
    private final Answers answers;
    private final Histories histories;

    ProjectsResource(Browsing browsing, Pages pages, Answers answers, Histories histories) {
        this.browsing = browsing;
        this.pages = pages;
        this.answers = answers;
        this.histories = histories;
    }

    /** The filters of the list, all of them exact. */
    public static class Filters {

        @QueryParam("country")
        @Nullable
        String country;

        @QueryParam("mineral")
        @Nullable
        String mineral;

        @QueryParam("segment")
        @Nullable
        String segment;

        @QueryParam("stage")
        @Nullable
        String stage;

        ProjectFilter filter() {
            try {
                return new ProjectFilter(
                        country,
                        code("mineral", mineral, Mineral.class),
                        code("segment", segment, Segment.class),
                        code("stage", stage, Stage.class));
            } catch (InvalidValue e) {
                throw new ProblemException(Problem.invalid(e.component(), String.valueOf(e.getMessage())));
            }
        }

        private static <E extends Enum<E>> @Nullable E code(String field, @Nullable String text, Class<E> codes) {
            if (text == null) {
                return null;
            }
            try {
                return Enum.valueOf(codes, text);
            } catch (IllegalArgumentException e) {
                var known =
                        Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
                throw new ProblemException(
                        Problem.invalid(field, text + " is not a known code").with("allowed", Nearest.to(text, known)));
            }
        }
    }

    @GET
    @Operation(summary = "Projects in the order in which they were registered")
    public Response list(@BeanParam Filters filters, @BeanParam PageRequest page) {
        var found = browsing.many(filters.filter(), page.after(), page.limit() + 1);
        return pages.answer(Page.of(found, page, ProjectView::id));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One project")
    public Response get(@PathParam("id") UUID id) {
        return answers.of(browsing.one(id));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The project's facts, oldest first, as complete CloudEvents")
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        browsing.mustExist(id);
        return histories.answer(PROJECTS, id, page);
    }
}
