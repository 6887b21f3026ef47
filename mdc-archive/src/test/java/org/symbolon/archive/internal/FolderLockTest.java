package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class FolderLockTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void secondClusterIsKeptOff() throws IOException {
        try (FolderLock held = FolderLock.acquire(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOfSatisfying(
                            SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_RESOURCES));
        }
        FolderLock.acquire(folder).close();
    }
}
