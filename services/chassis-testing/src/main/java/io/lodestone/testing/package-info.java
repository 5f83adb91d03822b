/**
 * What tests of the house are made of: tokens, topics, fakes and asserts. Where to start: {@code HouseRules} in
 * {@code rules}, {@code WithBackbone} in {@code backbone}, {@link io.lodestone.testing.FeedContract} here.
 */
@NullMarked
package io.lodestone.testing;

import org.jspecify.annotations.NullMarked;
