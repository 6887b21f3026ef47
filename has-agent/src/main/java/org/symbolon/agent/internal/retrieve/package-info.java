/** The way home: C-GET (PS3.4 annex C) from the data centre, put together with the identity halves, verified, and written. */
@NullMarked
package org.symbolon.agent.internal.retrieve;

import org.jspecify.annotations.NullMarked;
