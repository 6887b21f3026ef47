/**
 * Our YAML files as values that know their line: {@link org.symbolon.deidentification.internal.yaml.YamlFile} reads one within
 * limits, and {@link org.symbolon.deidentification.internal.yaml.YamlProblems} collects everything that is wrong with it.
 */
@NullMarked
package org.symbolon.deidentification.internal.yaml;

import org.jspecify.annotations.NullMarked;
