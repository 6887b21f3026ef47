/** How objects come in: C-STORE (PS3.4 annex B), folders given on the command line, a watched folder, and telling what a file is. */
@NullMarked
package org.symbolon.agent.internal.intake;

import org.jspecify.annotations.NullMarked;
