@NullMarked
package org.symbolon.portal.cases;

import org.jspecify.annotations.NullMarked;
