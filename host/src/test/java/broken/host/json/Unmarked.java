package broken.host.json;

import broken.Breaks;

@Breaks("nullmarked")
final class Unmarked {}
