package io.lodestone.testing.planted.mines.view;

import io.lodestone.testing.planted.mines.mine.Mine;

/** Clean: the answer that several features give. */
public record MineView(String id) {
    public static MineView of(Mine mine) {
        return new MineView(mine.toString());
    }
}
