package broken.host.http;

import broken.Breaks;
import java.util.Optional;

final class KeepsOptional {
    @Breaks("optional-fields")
    record InAField(Optional<String> note) {}

    @Breaks("optional-parameters")
    static final class InAParameter {
        Optional<String> same(Optional<String> note) {
            return note;
        }
    }
}
