export * from './breaks/index.js';
export { addCompany, noOffsets, type Company, type Offsets } from './company.js';
export * from './life/index.js';
export { parentNamed, parents, parentsIn, type Parent } from './parents.js';
export { planters, plantersIn, type Planter } from './planters/index.js';
export * from './register/index.js';
export * from './stories/index.js';
export * from './variants/index.js';
