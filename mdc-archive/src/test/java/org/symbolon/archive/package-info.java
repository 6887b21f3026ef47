/** Tests of the archive: its formats without a cluster ({@code *Test}), everything else on the embedded one ({@code *IT}). */
@NullMarked
package org.symbolon.archive;

import org.jspecify.annotations.NullMarked;
