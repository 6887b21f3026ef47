/**
 * The examinations of the sample hospital. {@link org.symbolon.testkit.internal.study.Programme} says who is examined how;
 * one class per kind of series fills the objects (PS3.3), {@link org.symbolon.testkit.internal.study.Modules} what they
 * have in common. {@link org.symbolon.testkit.internal.study.Planter} keeps account of the identity in them.
 */
@NullMarked
package org.symbolon.testkit.internal.study;

import org.jspecify.annotations.NullMarked;
