@NullMarked
package org.symbolon.testkit.score;

import org.jspecify.annotations.NullMarked;
