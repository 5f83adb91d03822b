package io.lodestone.deals.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.deals.bundle.BundleRefusal;
import io.lodestone.deals.bundle.BundleRefusal.InAnotherPackage;
import io.lodestone.deals.bundle.BundleRefusal.NoSuchPackage;
import io.lodestone.deals.bundle.BundleRefusal.NotInPackage;
import io.lodestone.deals.bundle.BundleRefusal.PackageDiffers;
import io.lodestone.deals.bundle.BundleRefusal.PackageFull;
import io.lodestone.deals.bundle.BundleRefusal.PackageTaken;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class BundleProblems implements ExceptionMapper<BundleRefusal> {

    @Override
    public Response toResponse(BundleRefusal refusal) {
        return of(refusal).toResponse();
    }

    /** Also for refused lines of an import, which are not answers of their own. */
    public static Problem of(BundleRefusal refusal) {
        return switch (refusal) {
            case NoSuchPackage r -> Problem.of(404, "not-found", r.detail());
            case PackageTaken r ->
                Problem.of(409, "reference-taken", r.detail()).with("id", r.bundle());
            case InAnotherPackage r ->
                Problem.of(409, "in-another-package", r.detail()).with("packageId", r.bundle());
            case NotInPackage r -> Problem.of(404, "not-found", r.detail());
            case PackageFull r -> Problem.of(409, "package-full", r.detail());
            case PackageDiffers r -> Problem.of(409, "import-differs", r.detail());
        };
    }
}
