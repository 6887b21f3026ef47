/**
 * What the commands over files share: {@link org.symbolon.dicomtools.file.internal.SourceFiles} finds them, {@link
 * org.symbolon.dicomtools.file.internal.FileRun} takes one after the other, {@link
 * org.symbolon.dicomtools.file.internal.OutputNames} and {@link org.symbolon.dicomtools.file.internal.OutputFile} write.
 */
@NullMarked
package org.symbolon.dicomtools.file.internal;

import org.jspecify.annotations.NullMarked;
