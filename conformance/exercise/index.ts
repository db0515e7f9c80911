export { exerciseOf, type Exercise } from './exercise-of.js';
export { featureKinds, type Feature, type FeatureId, type FeatureKind } from './feature.js';
export { featuresOf } from './features-of.js';
export { notExercised, type FeatureGroup, type NotExercised } from './not-exercised.js';
