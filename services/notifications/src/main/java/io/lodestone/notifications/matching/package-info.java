/** Hears every topic and writes down who is to be told. */
@NullMarked
package io.lodestone.notifications.matching;

import org.jspecify.annotations.NullMarked;
