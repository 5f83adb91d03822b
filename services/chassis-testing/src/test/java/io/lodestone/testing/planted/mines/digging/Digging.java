package io.lodestone.testing.planted.mines.digging;

import io.lodestone.testing.planted.mines.known.KnownOwner;
import io.lodestone.testing.planted.mines.mine.Mines;
import io.lodestone.testing.planted.mines.shaft.Shaft;
import io.lodestone.testing.planted.mines.view.MineView;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Clean: the use case opens the transaction. */
public class Digging {
    private final Mines mines;

    Digging(Mines mines) {
        this.mines = mines;
    }

    @Transactional
    public MineView dig(UUID id, KnownOwner owner) {
        return MineView.of(new Shaft(mines.forUpdate(id)).mine());
    }
}
