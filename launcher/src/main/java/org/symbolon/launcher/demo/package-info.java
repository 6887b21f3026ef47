/**
 * {@code symbolon demo}: the embedded data centre and a hospital agent, each a process of its own, a hospital archived
 * through both, and the proof that everything came home and nothing leaked. Read {@link
 * org.symbolon.launcher.demo.DemoCommand} first.
 */
@NullMarked
package org.symbolon.launcher.demo;

import org.jspecify.annotations.NullMarked;
