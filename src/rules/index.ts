export { catalogue, definitions, ruleById, rulesIn, type AnyRule, type CatalogueEntry } from './catalogue.js';
export type { ItemRule, Phase, RecordRule, Ref, Scope, Spot } from './definition.js';
export { freeTextTags } from './file.js';
export type { KeyRule, PersonRule, ShareRule } from './return.js';
export { valueRuleId } from './values.js';
export { isMissingIn, recordOf, tagOf } from './words.js';
export { yearDifferences, type Difference } from './differences.js';
