package io.weekbench.testkit.store;

import io.weekbench.host.store.Store;

final class ModelStoreTest extends StoreContract {
    @Override
    protected Store create() {
        return new ModelStore();
    }

    /** It lives in memory alone. */
    @Override
    protected Store reopen(Store store) {
        return store;
    }
}
