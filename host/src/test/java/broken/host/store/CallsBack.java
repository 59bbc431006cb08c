package broken.host.store;

import broken.Breaks;
import broken.host.http.OpensMapDb;

@Breaks("road")
interface CallsBack {
    OpensMapDb page();
}
