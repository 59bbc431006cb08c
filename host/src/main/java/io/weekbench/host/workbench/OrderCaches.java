package io.weekbench.host.workbench;

import io.weekbench.host.expression.Reads;

/**
 * Where a snapshot remembers what it finds by looking at every item.
 *
 * @param lasting of those that others may ask for as well
 * @param momentary of those that hold at the moment of the snapshot alone
 * @param groups what groups came to
 */
record OrderCaches(OrderCache lasting, OrderCache momentary, GroupCache groups) {

    OrderCache of(Reads reads) {
        return reads.isMomentary() ? momentary : lasting;
    }
}
