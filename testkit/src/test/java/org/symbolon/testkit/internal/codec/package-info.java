/** Tests of the encoders, against decoders that are not ours. */
@NullMarked
package org.symbolon.testkit.internal.codec;

import org.jspecify.annotations.NullMarked;
