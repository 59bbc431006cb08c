package broken.host.http;

import broken.Breaks;
import org.mapdb.DB;

@Breaks("libraries")
public interface OpensMapDb {
    DB open();
}
