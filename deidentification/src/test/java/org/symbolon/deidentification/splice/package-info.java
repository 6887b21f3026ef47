@NullMarked
package org.symbolon.deidentification.splice;

import org.jspecify.annotations.NullMarked;
