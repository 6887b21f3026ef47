@NullMarked
package org.symbolon.portal.icd;

import org.jspecify.annotations.NullMarked;
