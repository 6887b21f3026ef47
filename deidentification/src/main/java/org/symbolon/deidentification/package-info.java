/**
 * De-identification of DICOM objects (PS3.15 annex E) and its exact inverse. Read {@link
 * org.symbolon.deidentification.profile.Profile} and {@link org.symbolon.deidentification.profile.Action} first, what is to happen to an
 * attribute; then {@link org.symbolon.deidentification.Deidentifier}, which turns a file into a {@link
 * org.symbolon.deidentification.DeidentifiedObject}; then {@link org.symbolon.deidentification.Reidentifier}, the way
 * back. Data sets are never printed anew: both ways splice bytes, see {@code splice}.
 */
@NullMarked
package org.symbolon.deidentification;

import org.jspecify.annotations.NullMarked;
