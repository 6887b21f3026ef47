/** How the archive does it: settings, ports and services of the cluster, the layout of rows and values. */
@NullMarked
package org.symbolon.archive.internal;

import org.jspecify.annotations.NullMarked;
