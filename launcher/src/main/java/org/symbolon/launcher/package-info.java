/**
 * The one {@code symbolon} command: {@link org.symbolon.launcher.SymbolonMain} gathers the commands of all rooms, {@code
 * demo} runs the whole road on one machine, {@code certificates} makes test certificates.
 */
@NullMarked
package org.symbolon.launcher;

import org.jspecify.annotations.NullMarked;
