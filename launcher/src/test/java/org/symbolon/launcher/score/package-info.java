/** The exam of de-identification at the front door: the planted corpus through the product's own commands, and its score. */
@NullMarked
package org.symbolon.launcher.score;

import org.jspecify.annotations.NullMarked;
