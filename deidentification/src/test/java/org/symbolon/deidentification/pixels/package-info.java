@NullMarked
package org.symbolon.deidentification.pixels;

import org.jspecify.annotations.NullMarked;
