@NullMarked
package org.symbolon.portal.images;

import org.jspecify.annotations.NullMarked;
