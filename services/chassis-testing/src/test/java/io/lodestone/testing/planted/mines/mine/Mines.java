package io.lodestone.testing.planted.mines.mine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Clean: a repository may be a bean. */
@ApplicationScoped
public class Mines {
    private final EntityManager entities;

    Mines(EntityManager entities) {
        this.entities = entities;
    }

    public Mine forUpdate(UUID id) {
        return entities.find(Mine.class, id);
    }
}
