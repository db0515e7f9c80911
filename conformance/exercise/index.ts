export { exerciseAccount, type ExerciseAccount, type StoryCoverage, type Unexercised } from './account.js';
export { accountLines } from './account-text.js';
export { codeGroupOf, codeGroups, type CodeGroup } from './code-groups.js';
export { coverOf } from './cover.js';
export { exerciseOf, type Exercise } from './exercise-of.js';
export { featureKinds, type Feature, type FeatureId, type FeatureKind } from './feature.js';
export { featuresOf } from './features-of.js';
export { notExercised, type FeatureGroup, type NotExercised } from './not-exercised.js';
