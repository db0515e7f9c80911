import { inForce } from '../../src/model/index.js';
import { parentsIn } from '../parents.js';
import { layoutVariants } from './layout-variants.js';
import { markupVariants } from './markup-variants.js';
import { valueVariants } from './value-variants.js';
import type { Variant } from './variant.js';

/** Every variant of every year. */
export const variants: readonly Variant[] = [...layoutVariants, ...markupVariants, ...valueVariants];

/** The variants that can be written in a collection year: the variant and its parent are in force. */
export function variantsIn(year: number): readonly Variant[] {
  const told = new Set(parentsIn(year).map((parent) => parent.name));
  return variants.filter((variant) => inForce(variant, year) && told.has(variant.parent));
}
