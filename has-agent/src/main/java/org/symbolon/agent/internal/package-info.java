/** The agent's inner rooms; nothing outside {@code org.symbolon.agent} uses them. */
@NullMarked
package org.symbolon.agent.internal;

import org.jspecify.annotations.NullMarked;
