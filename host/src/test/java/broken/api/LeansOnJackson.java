package broken.api;

import broken.Breaks;
import com.fasterxml.jackson.databind.JsonNode;

@Breaks("api")
interface LeansOnJackson {
    JsonNode body();
}
