/**
 * DICOMweb services (PS3.18): QIDO-RS and WADO-RS resources on a Javalin server. {@link org.symbolon.dicomweb.DicomWebRoutes}
 * puts the resources under a path; what they serve comes from a {@link org.symbolon.dicomweb.DicomWebSource}, and what needs
 * pixels from a {@link org.symbolon.dicomweb.FrameRenderer}, so that hospital and data centre serve the same resources over
 * different stores.
 */
@NullMarked
package org.symbolon.dicomweb;

import org.jspecify.annotations.NullMarked;
