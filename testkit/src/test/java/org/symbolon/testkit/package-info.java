/** Tests of the sample hospital. */
@NullMarked
package org.symbolon.testkit;

import org.jspecify.annotations.NullMarked;
