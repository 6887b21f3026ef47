@NullMarked
package org.symbolon.portal;

import org.jspecify.annotations.NullMarked;
