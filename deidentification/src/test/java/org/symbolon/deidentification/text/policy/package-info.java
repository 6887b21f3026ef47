/** Rules of profiles on textual records. */
@NullMarked
package org.symbolon.deidentification.text.policy;

import org.jspecify.annotations.NullMarked;
