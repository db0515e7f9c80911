export {
  checkMetamorphic,
  NotComparableError,
  transformationNames,
  type MetamorphicResult,
  type MovedFinding,
  type TransformationResult,
} from './check-metamorphic.js';
export { metamorphicText } from './metamorphic-text.js';
