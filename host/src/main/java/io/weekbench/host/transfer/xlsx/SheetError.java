package io.weekbench.host.transfer.xlsx;

/**
 * What a formula came to when it went wrong; never a value.
 *
 * @param code {@code #DIV/0!}, {@code #REF!} …
 */
public record SheetError(String code) {
    @Override
    public String toString() {
        return code;
    }
}
