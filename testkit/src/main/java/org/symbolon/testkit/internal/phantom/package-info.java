/**
 * Anatomy drawn by arithmetic: no image of a person is involved. {@link org.symbolon.testkit.internal.phantom.Canvas} is
 * what everything is painted on, {@link org.symbolon.testkit.internal.phantom.Raster} what leaves. Samples are made so that
 * they cannot spell a text by chance: 8-bit ones are even, 16-bit ones stay below 4,096.
 */
@NullMarked
package org.symbolon.testkit.internal.phantom;

import org.jspecify.annotations.NullMarked;
