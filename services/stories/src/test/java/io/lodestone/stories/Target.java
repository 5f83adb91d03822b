package io.lodestone.stories;

import io.lodestone.local.Service;

/** What commands act on, with the service that takes them. */
enum Target {
    DEAL(Service.DEALS, "deals"),
    OFFTAKE(Service.DEALS, "offtakes"),
    PROJECT(Service.PROJECTS, "projects"),
    STOCKPILE(Service.STOCKPILES, "stockpiles");

    private final Service service;
    private final String name;

    Target(Service service, String name) {
        this.service = service;
        this.name = name;
    }

    Service service() {
        return service;
    }

    String topic() {
        return "lodestone." + name;
    }

    String path() {
        return "/v1/" + name;
    }
}
