package io.lodestone.chassis.feed;

/**
 * What the broker says of a partition's log.
 *
 * @param topicId   differs when a topic was deleted and made again under the same name
 * @param beginning the first offset it still has
 * @param end       the offset that the next record will get
 */
record LogExtent(String topicId, long beginning, long end) {}
