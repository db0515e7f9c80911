export * from './figures.js';
export { ages, flowAges } from './flows.js';
export * from './local-authorities.js';
export type { PlacementFigures } from './placements.js';
