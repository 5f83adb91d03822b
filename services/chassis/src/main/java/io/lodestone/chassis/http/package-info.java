/** What every endpoint does alike: problems, ETags, idempotency, pages, imports. */
@NullMarked
package io.lodestone.chassis.http;

import org.jspecify.annotations.NullMarked;
