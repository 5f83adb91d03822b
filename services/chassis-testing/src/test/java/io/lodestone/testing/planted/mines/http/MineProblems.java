package io.lodestone.testing.planted.mines.http;

import jakarta.ws.rs.core.Response;

/** Clean: the table of problems speaks HTTP. */
public class MineProblems {
    Response toResponse() {
        return Response.status(409).build();
    }
}
