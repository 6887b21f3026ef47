package org.symbolon.agent.internal.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is watched.
 *
 * @param done where files go that were taken in, keeping their place below the folder; null: they are deleted
 * @param stable how long a file must not have changed
 * @param poll how often the folder is looked at
 */
public record WatchedFolderOptions(Path folder, @Nullable Path done, Duration stable, Duration poll) {}
