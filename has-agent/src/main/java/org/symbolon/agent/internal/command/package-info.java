/** The sub-commands of {@code symbolon agent}. */
@NullMarked
package org.symbolon.agent.internal.command;

import org.jspecify.annotations.NullMarked;
