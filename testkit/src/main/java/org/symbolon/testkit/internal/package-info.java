/**
 * What the sample hospital is made of: {@code people} live in it, {@code study} writes their examinations, {@code phantom}
 * draws the pixels and {@code codec} packs them. Nothing here reads a clock or the machine's settings.
 */
@NullMarked
package org.symbolon.testkit.internal;

import org.jspecify.annotations.NullMarked;
