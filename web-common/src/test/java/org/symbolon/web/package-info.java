@NullMarked
package org.symbolon.web;

import org.jspecify.annotations.NullMarked;
