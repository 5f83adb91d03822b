/** What the public may read in the forms that others have set: IATI 2.03, and EXIM's own public file. */
@NullMarked
package io.lodestone.deals.exporting;

import org.jspecify.annotations.NullMarked;
