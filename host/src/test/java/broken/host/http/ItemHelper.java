package broken.host.http;

import broken.Breaks;

@Breaks("names")
final class ItemHelper {}
