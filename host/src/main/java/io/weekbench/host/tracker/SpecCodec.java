package io.weekbench.host.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;

/**
 * A resolved tracker as JSON text, the way it is kept in {@link SystemTables#TRACKERS}.
 *
 * <p>The text must be readable for ever. Its form follows {@code tracker.json}, with numbers and
 * with what is retired, properties in a fixed order, and nothing written that is empty. What a
 * newer host added is not understood and left out: a property is ignored, and a field of an unknown
 * type is read as a retired text, so that nothing writes it and its past (bodies say the type of
 * each value) stays readable. The newer host writes it again from its own {@code tracker.json}.
 */
public final class SpecCodec {
    /**
     * Numbers as JsonTree reads them: what was stored and what is declared must compare as equal.
     */
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SpecCodec() {}

    public static String write(TrackerSpec tracker) {
        return SpecWriter.tracker(tracker).toString();
    }

    /**
     * @throws WeekbenchException {@code DAMAGED} where it is not what {@link #write} writes
     */
    public static TrackerSpec read(String json) {
        try {
            return SpecReader.tracker(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WeekbenchException(
                    ErrorCode.DAMAGED, "A stored tracker spec cannot be read: " + json, e);
        }
    }
}
