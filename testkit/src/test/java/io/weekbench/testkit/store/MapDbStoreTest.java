package io.weekbench.testkit.store;

import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class MapDbStoreTest extends StoreContract {
    @TempDir private Path home;

    @Override
    protected Store create() {
        return MapDbStore.open(home);
    }

    @Override
    protected Store reopen(Store store) {
        store.close();
        return MapDbStore.open(home);
    }
}
