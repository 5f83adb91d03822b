package io.lodestone.testing.backbone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a {@code @QuarkusTest} class: the service runs over real PostgreSQL and real Kafka and trusts the tokens of
 * {@code Tokens}. All classes of a module share one backbone and one start of the service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = Backbone.class, scope = TestResourceScope.MATCHING_RESOURCES)
public @interface WithBackbone {

    /** The service's name; its database and its role are called so too. */
    String service();
}
