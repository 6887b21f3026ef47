package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.Durability;

/** Anonymous files below one folder, with names of their own; what earlier runs have written is known from the journal. */
public final class FilesBelowFolder implements AnonymousFiles {
    private final OutputNames names;
    private final DoneJournal journal;
    private final boolean again;
    private final Path staging;

    private record Entered(DoneJournal.Entry entry, boolean isDone) implements Ticket {
        @Override
        public long originalLength() {
            return entry.originalLength();
        }
    }

    /**
     * The journal stays the caller's to close.
     *
     * @param staging in the same file system
     * @param again whether files are done although the journal has them
     */
    public FilesBelowFolder(OutputNames names, DoneJournal journal, boolean again, Path staging) {
        this.names = names;
        this.journal = journal;
        this.again = again;
        this.staging = staging;
    }

    @Override
    public Path staging() {
        return staging;
    }

    @Override
    public Ticket ticket(Path original) throws IOException {
        DoneJournal.Entry entry = journal.entry(original);
        return new Entered(entry, !again && journal.isDone(entry, names.folder()));
    }

    @Override
    public void write(List<Item> items) throws IOException {
        List<DoneJournal.Done> done = new ArrayList<>(items.size());
        for (Item item : items) {
            Path file = item.parted().name(names);
            item.parted().write(file, Durability.WHEN_CONVENIENT);
            names.written(file);
            if (item.ticket() instanceof Entered entered) {
                done.add(new DoneJournal.Done(
                        entered.entry(), file, item.parted().length()));
            }
        }
        journal.add(done, names.folder());
    }
}
