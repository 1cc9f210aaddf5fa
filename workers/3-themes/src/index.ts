export { assignEmergent, type EmergentAssignment, type EmergentOutcome } from "./emergent/assign-emergent.js";
export { createDiscoverer, type DiscoveredTheme, type Discoverer, type DiscovererOptions } from "./emergent/discover.js";
export type { UnknownQuestion } from "./emergent/unknown-question.js";
