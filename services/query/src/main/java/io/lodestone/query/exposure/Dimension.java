package io.lodestone.query.exposure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an exposure can be cut and filtered by. */
public enum Dimension {
    AGENCY("agency", "agency"),
    INSTRUMENT("instrument", "instrument"),
    PROGRAM("program", "program"),
    MINERAL("mineral", "mineral"),
    SEGMENT("segment", "segment"),
    COUNTRY("country", "country"),
    OBLIGOR("obligor", "obligor"),
    PACKAGE("package", "package_id"),
    PROJECT("project", "project_id"),
    STATUS("status", "status");

    private final String field;
    private final String column;

    Dimension(String field, String column) {
        this.field = field;
        this.column = column;
    }

    /** The name in JSON and in requests. */
    public String field() {
        return field;
    }

    /** The name in the database. */
    public String column() {
        return column;
    }

    /** Whether its values are ids rather than codes or names. */
    public boolean isId() {
        return this == PACKAGE || this == PROJECT;
    }

    /** Whether its values are names that may hold a comma. */
    public boolean isName() {
        return this == OBLIGOR || this == PROGRAM;
    }

    /** Whether a deal may have no value here. */
    public boolean isOptional() {
        return this == PACKAGE || this == PROGRAM;
    }

    public static Optional<Dimension> named(String field) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.field.equals(field))
                .findFirst();
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(Dimension::field).toList();
    }
}
