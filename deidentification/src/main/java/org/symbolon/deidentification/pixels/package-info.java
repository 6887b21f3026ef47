/**
 * Text that is burned into pixels: {@link org.symbolon.deidentification.pixels.PixelRules} say of an object whether its
 * pixels are safe, can be blanked, or are for a person to look at ({@link
 * org.symbolon.deidentification.pixels.PixelDecision}); {@link org.symbolon.deidentification.pixels.PixelCleaner} plans
 * the blanking. PS3.15 E.3.1, Clean Pixel Data Option. The rule language is in docs/reference/pixel-rules.md.
 *
 * <p>Recognition of text in pixels would come between the two: it turns a doubtful object into rectangles to blank.
 */
@NullMarked
package org.symbolon.deidentification.pixels;

import org.jspecify.annotations.NullMarked;
