@NullMarked
package org.symbolon.deidentification.profile;

import org.jspecify.annotations.NullMarked;
