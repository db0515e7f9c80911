export { variants, variantsIn } from './catalogue.js';
export type { Variant } from './variant.js';
