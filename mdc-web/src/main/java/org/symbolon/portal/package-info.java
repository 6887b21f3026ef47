/**
 * The teaching portal of the data centre: {@link org.symbolon.portal.PortalService} starts it. Read {@code icd} (the tree of
 * diseases), {@code cases} (which cases there are, and what one says), {@code images} (DICOMweb over the archive) and then
 * {@code pages} (routes and what their templates show).
 */
@NullMarked
package org.symbolon.portal;

import org.jspecify.annotations.NullMarked;
