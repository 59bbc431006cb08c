package io.weekbench.host.workbench;

import io.weekbench.host.expression.Reads;

/**
 * Where a snapshot remembers the orders it finds.
 *
 * @param lasting of those that others may ask for as well
 * @param momentary of those that hold at the moment of the snapshot alone
 */
record OrderCaches(OrderCache lasting, OrderCache momentary) {

    OrderCache of(Reads reads) {
        return reads.isMomentary() ? momentary : lasting;
    }
}
