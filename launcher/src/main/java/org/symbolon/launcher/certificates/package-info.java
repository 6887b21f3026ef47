/** A throw-away certificate authority for trials and tests. Hospitals use certificates of their own authority. */
@NullMarked
package org.symbolon.launcher.certificates;

import org.jspecify.annotations.NullMarked;
