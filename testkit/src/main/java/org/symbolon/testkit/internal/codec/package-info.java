/**
 * Encoders of the sample's own, so that the compressed bytes are the same on every machine: RLE (PS3.5 annex G), JPEG
 * baseline (ITU-T T.81), deflate (RFC 1951). They favour plainness over the last percent of compression.
 */
@NullMarked
package org.symbolon.testkit.internal.codec;

import org.jspecify.annotations.NullMarked;
