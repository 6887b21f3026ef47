/** The outbox's SQLite database: {@link org.symbolon.agent.internal.journal.Journal} over a group commit. Format: {@code docs/format/outbox.md}. */
@NullMarked
package org.symbolon.agent.internal.journal;

import org.jspecify.annotations.NullMarked;
