/** The agent's data folder: where things stand in it, its lock, its permissions, and how files in it are made durable. */
@NullMarked
package org.symbolon.agent.internal.folder;

import org.jspecify.annotations.NullMarked;
