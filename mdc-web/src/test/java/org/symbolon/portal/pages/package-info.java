@NullMarked
package org.symbolon.portal.pages;

import org.jspecify.annotations.NullMarked;
