/** Matching, media types and JSON values, one by one. */
@NullMarked
package org.symbolon.dicomweb.internal;

import org.jspecify.annotations.NullMarked;
