package io.weekbench.host.transfer;

/**
 * Keeps texts from being run as formulas when a CSV is opened in a spreadsheet: an apostrophe goes
 * in front, which spreadsheets take as "text follows". Reading takes it away again, so that every
 * text comes back as it was, also one that had an apostrophe there of its own.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class FormulaGuard {
    /** The wide forms begin formulas too, where the spreadsheet is set to Chinese or Japanese. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private FormulaGuard() {}

    static String protect(String text) {
        return needed(text) ? "'" + text : text;
    }

    static String unprotect(String cell) {
        return cell.startsWith("'") && needed(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** A blank text and a lone "-" would be read as empty, so they are protected as well. */
    private static boolean needed(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        String rest = text.substring(at);
        return rest.isBlank() ? !text.isEmpty() : STARTS.indexOf(rest.charAt(0)) >= 0;
    }
}
