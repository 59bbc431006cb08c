package io.weekbench.testkit.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The table of {@link Sample}s in SQLite, as careful as Weekbench is: write-ahead log, each
 * transaction forced, the key unique. One connection a thread.
 */
final class Sqlite implements AutoCloseable {
    private static final int WAIT_MILLIS = 60_000;

    private final Connection connection;
    private final PreparedStatement insert;

    private Sqlite(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + WAIT_MILLIS);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS demand (id TEXT PRIMARY KEY, name TEXT NOT NULL"
                            + " UNIQUE, state TEXT NOT NULL, owner TEXT, promised TEXT, budget TEXT,"
                            + " votes INTEGER, note TEXT)");
        }
        this.insert =
                connection.prepareStatement("INSERT INTO demand VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    static Sqlite open(Path folder) throws SQLException {
        return new Sqlite(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sqlite")));
    }

    /** One row in a transaction of its own. */
    void commit(Sample row) throws SQLException {
        insert(row);
    }

    /** Several rows in one transaction. */
    void commit(Iterable<Sample> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (Sample row : rows) {
                insert(row);
            }
            statement.execute("COMMIT");
        }
    }

    private void insert(Sample row) throws SQLException {
        int column = 1;
        for (String value : row.columns()) {
            insert.setString(column++, value);
        }
        insert.executeUpdate();
    }

    static String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
