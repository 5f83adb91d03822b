package io.lodestone.projects.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.projects.project.ProjectRefusal;
import io.lodestone.projects.project.ProjectRefusal.IllegalMove;
import io.lodestone.projects.project.ProjectRefusal.ImportDiffers;
import io.lodestone.projects.project.ProjectRefusal.NoSuchProject;
import io.lodestone.projects.project.ProjectRefusal.NotYet;
import io.lodestone.projects.project.ProjectRefusal.ReferenceTaken;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class ProjectProblems implements ExceptionMapper<ProjectRefusal> {

    @Override
    public Response toResponse(ProjectRefusal refusal) {
        return of(refusal).toResponse();
    }

    /** Also for refused lines of an import, which are not answers of their own. */
    public static Problem of(ProjectRefusal refusal) {
        return switch (refusal) {
            case NoSuchProject r -> Problem.of(404, "not-found", r.detail());
            case ReferenceTaken r ->
                Problem.of(409, "reference-taken", r.detail()).with("id", r.project());
            case IllegalMove r -> Problem.of(409, "illegal-move", r.detail()).with("allowed", r.allowed());
            case NotYet r ->
                Problem.of(422, "invalid", r.detail()).violation("effectiveOn", "must not be in the future");
            case ImportDiffers r -> differs(r);
        };
    }

    private static Problem differs(ImportDiffers refusal) {
        var problem = Problem.of(409, "import-differs", refusal.detail());
        for (var field : refusal.fields()) {
            problem = problem.violation(field, "differs from what is known");
        }
        return problem;
    }
}
