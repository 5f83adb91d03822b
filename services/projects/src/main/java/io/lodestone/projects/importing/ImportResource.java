package io.lodestone.projects.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.projects.project.ProjectRefusal;
import io.lodestone.projects.project.ProjectSheet;
import io.lodestone.projects.view.ProjectProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/projects/imports")
@RolesAllowed("project-registrar")
class ImportResource {

    private final Importing importing;
    private final Imports imports;

    ImportResource(Importing importing, Imports imports) {
        this.importing = importing;
        this.imports = imports;
    }

    @POST
    @Consumes({Imports.NDJSON, Imports.CSV})
    @Produces(Imports.NDJSON)
    @Operation(summary = "Registers the projects of a file, one per line, keyed by reference; answers line by line")
    public Response take(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        return imports.run(body, MediaType.valueOf(type), LineImporter.of(this::line));
    }

    private Imported line(ObjectNode line) {
        try {
            return importing.take(imports.read(line, ProjectSheet.class));
        } catch (ProjectRefusal refusal) {
            throw new ProblemException(ProjectProblems.of(refusal));
        }
    }
}
