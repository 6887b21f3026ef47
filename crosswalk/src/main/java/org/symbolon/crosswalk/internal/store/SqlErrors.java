package org.symbolon.crosswalk.internal.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What SQLite's result codes mean for the caller. */
final class SqlErrors {
    private static final int PRIMARY_CODE_MASK = 0xFF;

    private SqlErrors() {}

    static SymbolonException of(SQLException e) {
        int code = e instanceof SQLiteException sqlite
                ? sqlite.getResultCode().code & PRIMARY_CODE_MASK
                : e.getErrorCode() & PRIMARY_CODE_MASK;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new SymbolonException(ErrorCode.DAMAGED, "The crosswalk's database file is damaged", e);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The disk of the crosswalk is full", e);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The crosswalk stayed busy for too long", e);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_NOMEM.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return new SymbolonException(
                    ErrorCode.OUT_OF_RESOURCES, "The crosswalk's database file cannot be read or written", e);
        }
        return new SymbolonException(ErrorCode.INTERNAL, "The crosswalk's database refused a statement", e);
    }
}
