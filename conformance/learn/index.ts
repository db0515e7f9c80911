export { learn, learnedAdapter, type Learned, type LearnOptions } from './learn.js';
export { learnCodes, type CodeForRule, type LearnedCodes } from './learn-codes.js';
export { learnLevels } from './learn-levels.js';
export { learnPlaces, type LearnedPlaces } from './learn-places.js';
export { codeOf, observe, type Observation } from './observe.js';
export { probeCases, type ProbeCases } from './probe-cases.js';
