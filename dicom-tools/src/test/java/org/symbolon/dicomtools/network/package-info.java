/** Tests of the commands that talk to peers. */
@NullMarked
package org.symbolon.dicomtools.network;

import org.jspecify.annotations.NullMarked;
