package io.lodestone.deals.bundle;

import java.util.UUID;

/** Every reason this service says no about a package. Mapped to HTTP in {@code BundleProblems}. */
public abstract sealed class BundleRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BundleRefusal(String detail) {
        super(detail);
    }

    /** In words for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public static final class NoSuchPackage extends BundleRefusal {
        public NoSuchPackage(UUID id) {
            super("There is no package " + id + ", or none that you may see.");
        }
    }

    public static final class PackageTaken extends BundleRefusal {
        private final UUID bundle;

        public PackageTaken(String agency, String reference, UUID bundle) {
            super(agency + " has a package " + reference + " already: " + bundle);
            this.bundle = bundle;
        }

        public UUID bundle() {
            return bundle;
        }
    }

    /** A deal is in one package at most. */
    public static final class InAnotherPackage extends BundleRefusal {
        private final UUID bundle;

        public InAnotherPackage(UUID deal, UUID bundle) {
            super("The deal " + deal + " is in package " + bundle + ". Take it out there first.");
            this.bundle = bundle;
        }

        public UUID bundle() {
            return bundle;
        }
    }

    public static final class NotInPackage extends BundleRefusal {
        public NotInPackage(UUID deal) {
            super("The deal " + deal + " is not in this package, or you may not see it.");
        }
    }

    public static final class PackageFull extends BundleRefusal {
        public PackageFull(int most) {
            super("A package holds at most " + most + " deals. Begin another one.");
        }
    }

    /** An import line says something else than what is known under its reference. */
    public static final class PackageDiffers extends BundleRefusal {
        public PackageDiffers(String reference) {
            super("The line differs from the package " + reference
                    + " by more than new deals. Mend the line, or use another reference.");
        }
    }
}
