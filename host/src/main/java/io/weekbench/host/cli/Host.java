package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.transfer.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workbench as a command uses it: a host that runs, or the home opened for this one command.
 * Answers are the JSON of the HTTP API; a refusal is one of them and no exception.
 */
interface Host extends AutoCloseable {

    JsonNode trackers();

    JsonNode items(Reading reading);

    /**
     * One item; a refusal where there was none.
     *
     * @param asOf empty for now
     */
    JsonNode item(String table, String id, String asOf);

    JsonNode history(String table, String id);

    JsonNode apply(byte[] body, boolean preview);

    JsonNode undo(long revision);

    /**
     * Brings a file in; of a large one it is told how far it is.
     *
     * @param table empty for the tables of the importer
     */
    JsonNode read(String table, byte[] content, Arrival arrival, Progress progress);

    /**
     * Writes the table or view; what is answered is empty, or a refusal and then nothing was
     * written.
     */
    JsonNode write(String table, Departure departure, OutputStream out) throws IOException;

    /** Writes a backup; what is answered is empty, or a refusal. */
    JsonNode backup(OutputStream out) throws IOException;

    /**
     * @param body see {@link io.weekbench.host.json.PurgeRequest}
     */
    JsonNode purge(byte[] body, boolean preview);

    /**
     * The prepared page.
     *
     * @param day any of the week; null for today
     */
    JsonNode week(@Nullable LocalDate day);

    /** The reports the trackers make. */
    JsonNode reports();

    /**
     * A report; a refusal where there is none, or what it is told is wrong.
     *
     * @param inputs {@code name=value} each
     * @param asOf empty for now
     */
    JsonNode report(String tracker, String report, List<String> inputs, String asOf);

    /** What is installed and what can be. */
    JsonNode plugins();

    /**
     * @param verb install, update, remove or rollback
     */
    JsonNode changePlugin(String id, String verb);

    JsonNode installPlugin(byte[] zip);

    JsonNode sources();

    /** Polls it now, and waits for it. */
    JsonNode poll(String tracker, String source);

    @Override
    void close();

    /** Which items, as the command line has it. */
    record Reading(
            String table,
            String where,
            String text,
            String sort,
            long offset,
            int limit,
            String asOf) {}

    /**
     * How a file comes in.
     *
     * @param format empty to find out
     * @param as the id of an importer, or empty
     */
    record Arrival(
            String name,
            String format,
            String as,
            Map<String, String> mapping,
            String encoding,
            boolean dryRun) {
        public Arrival {
            mapping = Map.copyOf(mapping);
        }
    }

    /** How a table goes out. */
    record Departure(String format, String words, String asOf, boolean mark, boolean identified) {}
}
