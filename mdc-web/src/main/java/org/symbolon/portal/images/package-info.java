/** The images of the archive as DICOMweb (PS3.18) and as the viewer of the portal wants them. */
@NullMarked
package org.symbolon.portal.images;

import org.jspecify.annotations.NullMarked;
