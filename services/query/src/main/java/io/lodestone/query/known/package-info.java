/** What others published and we were told to remember: figures about supply. */
@NullMarked
package io.lodestone.query.known;

import org.jspecify.annotations.NullMarked;
