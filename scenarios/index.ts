export * from './breaks/index.js';
export * from './life/index.js';
export { parentNamed, parents, parentsIn, type Parent } from './parents.js';
export * from './stories/index.js';
