/** Tests of the commands over files, through the command line. */
@NullMarked
package org.symbolon.dicomtools.file;

import org.jspecify.annotations.NullMarked;
