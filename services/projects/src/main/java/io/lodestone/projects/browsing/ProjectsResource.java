package io.lodestone.projects.browsing;

import static io.lodestone.chassis.http.FilterValue.code;
import static io.lodestone.chassis.http.FilterValue.moment;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.ListRequest;
import io.lodestone.chassis.http.Listing;
import io.lodestone.chassis.http.Lists;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.SortKey;
import io.lodestone.chassis.outbox.RecordedFact.CloudEvent;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.projects.project.Project;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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

    private static final Listing<Project, ProjectView> PROJECTS_LIST = new Listing<>(
            ProjectView.class,
            ProjectView::of,
            Project::id,
            List.of(
                    SortKey.text("reference", Project::reference),
                    new SortKey<>("registeredAt", Project::registeredAt, Instant::parse),
                    new SortKey<>("changedAt", Project::changedAt, Instant::parse)));

    private final Browsing browsing;
    private final Lists lists;
    private final Answers answers;
    private final Histories histories;

    ProjectsResource(Browsing browsing, Lists lists, Answers answers, Histories histories) {
        this.browsing = browsing;
        this.lists = lists;
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

        @QueryParam("changedSince")
        @Nullable
        String changedSince;

        ProjectFilter filter() {
            try {
                return new ProjectFilter(
                        country,
                        code("mineral", mineral, Mineral.class),
                        code("segment", segment, Segment.class),
                        code("stage", stage, Stage.class),
                        moment("changedSince", changedSince));
            } catch (InvalidValue e) {
                throw new ProblemException(Problem.invalid(e.component(), String.valueOf(e.getMessage())));
            }
        }
    }

    @GET
    @Produces({"application/json", Imports.NDJSON, Imports.CSV, Lists.ANYTHING})
    @Operation(
            summary = "Projects, usually in the order in which they were registered; every filter narrows the list",
            description = "As JSON in pages. As application/x-ndjson or text/csv all of them, streamed, whatever limit "
                    + "says; a stream that ends in an error breaks off.")
    @APIResponseSchema(ProjectView.class)
    public Response list(@BeanParam Filters filters, @BeanParam ListRequest request) {
        var filter = filters.filter();
        return lists.answer(PROJECTS_LIST, request, slice -> browsing.many(filter, slice));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One project")
    @APIResponseSchema(ProjectView.class)
    public Response get(@PathParam("id") UUID id) {
        return answers.of(browsing.one(id));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The project's facts, oldest first, as complete CloudEvents")
    @APIResponseSchema(CloudEvent.class)
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        browsing.mustExist(id);
        return histories.answer(PROJECTS, id, page);
    }
}
