/**
 * What the command-line tools of the receivers share: the options of a TLS connection, and the places that received files are
 * written to. {@link org.symbolon.archive.cli.Destination} is the interface; a local folder and HDFS implement it.
 */
@NullMarked
package org.symbolon.archive.cli;

import org.jspecify.annotations.NullMarked;
