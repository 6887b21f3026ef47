/** What the commands share: passwords, the walk over files on several threads, progress, reports, and tag files. */
@NullMarked
package org.symbolon.anonymizer.internal;

import org.jspecify.annotations.NullMarked;
