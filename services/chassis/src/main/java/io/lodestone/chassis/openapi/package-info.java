/** What the OpenAPI documents of all services have in common. */
@NullMarked
package io.lodestone.chassis.openapi;

import org.jspecify.annotations.NullMarked;
