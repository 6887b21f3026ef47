/** Frames of files as pictures. */
@NullMarked
package org.symbolon.dicomtools.file.render;

import org.jspecify.annotations.NullMarked;
