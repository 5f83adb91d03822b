package io.lodestone.deals.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Where a permit of a project stands. */
@Entity
public class KnownPermit {

    /** Project and key, with a slash between them. */
    @Id
    private String id;

    private long version;

    private String status;

    protected KnownPermit() {} // Hibernate

    KnownPermit(UUID project, String key) {
        this.id = idOf(project, key);
        this.status = "";
    }

    static String idOf(UUID project, String key) {
        return project + "/" + key;
    }

    /** The newest version of the project wins, whatever comes twice. */
    void note(long newVersion, String newStatus) {
        if (newVersion > version) {
            version = newVersion;
            status = newStatus;
        }
    }

    String status() {
        return status;
    }
}
