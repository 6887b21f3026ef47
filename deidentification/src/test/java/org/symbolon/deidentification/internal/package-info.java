@NullMarked
package org.symbolon.deidentification.internal;

import org.jspecify.annotations.NullMarked;
