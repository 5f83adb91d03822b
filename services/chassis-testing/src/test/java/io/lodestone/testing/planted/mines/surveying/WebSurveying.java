package io.lodestone.testing.planted.mines.surveying;

import jakarta.ws.rs.NotFoundException;

/** Planted: a use case that speaks HTTP. */
public class WebSurveying {
    void survey() {
        throw new NotFoundException();
    }
}
