package io.weekbench.host.cli;

import io.weekbench.host.transfer.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The word of a format. */
final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
        return Format.ofWord(word)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + word + "' is none of " + Format.words()));
    }
}
