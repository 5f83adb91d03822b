package io.lodestone.testing.planted.chassis.feed;

import jakarta.ws.rs.core.Response;

/** Planted: HTTP in the chassis outside its http package. */
public class WebFeed {
    Response answer;
}
