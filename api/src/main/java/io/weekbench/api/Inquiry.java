package io.weekbench.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is asked; made by the host, received by reports.
 *
 * @param moment the workbench as of the day asked
 * @param inputs what was said, by the ids of {@link Report#inputs}; all that are required among
 *     them
 */
public record Inquiry(Moment moment, Map<String, Object> inputs) {

    public Inquiry {
        inputs = Values.copyOf(inputs);
    }

    /**
     * The workbench at some time, and the day that is today then.
     *
     * @param day what is fresh and what is late is reckoned from it
     */
    public record Moment(LocalDate day, Snapshot snapshot) {}

    public Optional<ItemRef> item(String input) {
        return Optional.ofNullable((ItemRef) inputs.get(input));
    }

    /** Empty where none was named. */
    public List<ItemRef> items(String input) {
        List<?> items = (List<?>) inputs.getOrDefault(input, List.of());
        return items.stream().map(ItemRef.class::cast).toList();
    }

    public Optional<Moment> moment(String input) {
        return Optional.ofNullable((Moment) inputs.get(input));
    }

    public boolean flag(String input) {
        return Boolean.TRUE.equals(inputs.get(input));
    }
}
