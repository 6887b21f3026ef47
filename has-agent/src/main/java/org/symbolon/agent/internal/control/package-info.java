/** How a command talks to a running agent: JSON lines over a Unix domain socket in the data folder. */
@NullMarked
package org.symbolon.agent.internal.control;

import org.jspecify.annotations.NullMarked;
