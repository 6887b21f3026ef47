@NullMarked
package org.symbolon.deidentification;

import org.jspecify.annotations.NullMarked;
