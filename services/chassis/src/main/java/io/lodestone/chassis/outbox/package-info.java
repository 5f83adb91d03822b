/** Facts written down with the change that caused them, and the relay that carries them to Kafka. */
@NullMarked
package io.lodestone.chassis.outbox;

import org.jspecify.annotations.NullMarked;
