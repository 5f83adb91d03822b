package io.lodestone.projects.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Every reason this service says no. Mapped to HTTP in one place, {@code ProjectProblems}. */
public abstract sealed class ProjectRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ProjectRefusal(String detail) {
        super(detail);
    }

    /** What is wrong, in words for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public static final class NoSuchProject extends ProjectRefusal {

        private static final long serialVersionUID = 1L;

        public NoSuchProject(UUID id) {
            super("There is no project " + id + ".");
        }
    }

    public static final class ReferenceTaken extends ProjectRefusal {

        private static final long serialVersionUID = 1L;

        private final UUID project;

        public ReferenceTaken(String reference, UUID project) {
            super("The reference " + reference + " belongs to project " + project + ".");
            this.project = project;
        }

        /** Who has it. */
        public UUID project() {
            return project;
        }
    }

    public static final class IllegalMove extends ProjectRefusal {

        private static final long serialVersionUID = 1L;

        private final Stage from;

        public IllegalMove(Stage from, Stage to) {
            super("A project in stage " + from + " cannot move to " + to + ".");
            this.from = from;
        }

        /** Where it may go instead. */
        public Set<Stage> allowed() {
            return new TreeSet<>(from.next());
        }
    }

    public static final class NotYet extends ProjectRefusal {

        private static final long serialVersionUID = 1L;

        public NotYet(LocalDate effectiveOn, LocalDate today) {
            super("effectiveOn " + effectiveOn + " is in the future; today is " + today + " (UTC).");
        }
    }

    public static final class ImportDiffers extends ProjectRefusal {

        private static final long serialVersionUID = 1L;

        private final transient List<String> fields;

        public ImportDiffers(String reference, List<String> fields) {
            super("Project " + reference + " is known with other values of " + String.join(", ", fields)
                    + ". Revise it, or mend the line.");
            this.fields = List.copyOf(fields);
        }

        /** The fields that differ. */
        public List<String> fields() {
            return fields;
        }
    }
}
