export * from './flows.js';
export * from './local-authorities.js';
export * from './needs.js';
export * from './people.js';
export * from './placements.js';
export * from './plots.js';
