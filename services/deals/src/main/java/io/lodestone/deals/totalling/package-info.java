/** What all deals add up to, published among their facts so that whoever keeps a model of them can hold it against that. */
@NullMarked
package io.lodestone.deals.totalling;

import org.jspecify.annotations.NullMarked;
