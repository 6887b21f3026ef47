/** Routes of the portal and the models of its templates, which lie in {@code src/main/jte}. */
@NullMarked
package org.symbolon.portal.pages;

import org.jspecify.annotations.NullMarked;
