package io.lodestone.deals.limit;

import io.lodestone.contracts.projects.Split;

/** What a deal's project says about where its money goes. */
public record Place(String country, Split split) {

    public static final Place UNKNOWN = new Place(Split.UNKNOWN, Split.NOT_KNOWN);
}
