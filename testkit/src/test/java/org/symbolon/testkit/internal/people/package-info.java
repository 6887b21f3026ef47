/** Tests of the invented people. */
@NullMarked
package org.symbolon.testkit.internal.people;

import org.jspecify.annotations.NullMarked;
