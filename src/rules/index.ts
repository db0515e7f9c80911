export { catalogue, definitions, ruleById, rulesIn, type AnyRule, type CatalogueEntry } from './catalogue.js';
export {
  emptyScope,
  type ItemRule,
  type Phase,
  type RecordRule,
  type Ref,
  type Scope,
  type Spot,
} from './definition.js';
export { freeTextTags } from './file.js';
export type { KeyRule, PersonRule, ShareRule } from './return.js';
export { valueRuleId } from './values.js';
export { isMissingIn, recordOf, tagOf } from './words.js';
export { yearDifferences, type Difference } from './differences.js';
