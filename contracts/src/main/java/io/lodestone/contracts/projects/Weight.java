package io.lodestone.contracts.projects;

import io.lodestone.contracts.Share;

/**
 * A project's share in one mineral or one segment. The weights of a project sum to exactly 100 in each of the two lists.
 *
 * @param code catalogue code of the mineral or segment
 * @param weight its share of the project
 */
public record Weight(String code, Share weight) {}
