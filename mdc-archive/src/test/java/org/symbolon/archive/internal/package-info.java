/** Tests of what lies in rows and in the data folder. */
@NullMarked
package org.symbolon.archive.internal;

import org.jspecify.annotations.NullMarked;
