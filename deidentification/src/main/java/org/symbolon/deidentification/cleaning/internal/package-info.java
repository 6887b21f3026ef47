/**
 * How text is cleaned: {@code TermTables} holds what is looked for, {@code TextSearch} looks for it, with one class for each kind
 * of thing that may be found.
 */
@NullMarked
package org.symbolon.deidentification.cleaning.internal;

import org.jspecify.annotations.NullMarked;
