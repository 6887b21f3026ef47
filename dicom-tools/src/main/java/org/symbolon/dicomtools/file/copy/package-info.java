/** Files copied, byte for byte or into another transfer syntax: each checked before it is kept. */
@NullMarked
package org.symbolon.dicomtools.file.copy;

import org.jspecify.annotations.NullMarked;
