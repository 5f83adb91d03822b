package io.lodestone.testing.planted.mines.mine;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: state that anybody can change. */
@Entity
public class OpenMine {
    @Id
    public Long id;
}
