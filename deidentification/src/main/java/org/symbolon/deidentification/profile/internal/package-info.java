/** How profiles are read and resolved: the tables of the standard, the files, and the rules for one object. */
@NullMarked
package org.symbolon.deidentification.profile.internal;

import org.jspecify.annotations.NullMarked;
