/** The resources on a real server, over files. */
@NullMarked
package org.symbolon.dicomweb;

import org.jspecify.annotations.NullMarked;
