package io.weekbench.host.search;

/**
 * All items that were asked for, in the order that was asked for, at one revision of the index: as
 * rows, which stay what they are while documents move.
 *
 * @param making which {@link Pin#making} the rows are of
 * @param rows never written to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Order(long revision, int making, int[] rows) {

    static Order of(Pin pin, int[] rows) {
        return new Order(pin.revision(), pin.making(), rows);
    }

    /** Where nothing changed. */
    Order at(Pin pin) {
        return of(pin, rows);
    }

    boolean isOf(Pin pin) {
        return making == pin.making();
    }
}
