package io.lodestone.deals.bundle;

import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.deals.deal.Check;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package of deals, of one agency or of several; {@code package} is a word of the language, so it is called a bundle
 * here. It says what belongs together and owns no figure: its deals do, and each of them says which package it is in.
 */
@Entity
public class Bundle {

    @Id
    private UUID id;

    private String agency;

    private String reference;

    private String title;

    private @Nullable String note;

    private String releaseClass;

    private String createdBy;

    private Instant changedAt;

    private long version;

    protected Bundle() {} // Hibernate

    /**
     * What is said about a package.
     *
     * @param reference unique per agency, 1 to 100 characters
     * @param agency    the agency that keeps the record
     * @param title     1 to 300 characters
     */
    public record Title(
            String reference,
            Agency agency,
            String title,
            @Nullable String note,
            ReleaseClass releaseClass) {

        /** @throws io.lodestone.contracts.InvalidValue naming the field that is missing or wrong */
        public Title {
            Check.text("reference", reference, 100);
            Check.text("title", title, 300);
            Check.optionalText("note", note);
        }
    }

    public static Bundle of(UUID id, Title title, String actor, Instant now) {
        var bundle = new Bundle();
        bundle.id = id;
        bundle.agency = title.agency().name();
        bundle.reference = title.reference();
        bundle.title = title.title();
        bundle.note = title.note();
        bundle.releaseClass = title.releaseClass().name();
        bundle.createdBy = actor;
        bundle.changedAt = now;
        bundle.version = 1;
        return bundle;
    }

    /** A deal came or went. */
    public void changed(Instant now) {
        version++;
        changedAt = now;
    }

    public Title title() {
        return new Title(reference, Agency.valueOf(agency), title, note, ReleaseClass.valueOf(releaseClass));
    }

    public UUID id() {
        return id;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
