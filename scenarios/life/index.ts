export { isOutOfEducation, phaseMove, schoolYearAge, settingFits, usualSetting, type PhaseMove } from './ages.js';
export { completeTraits } from './complete-traits.js';
export { hasPlan, whyNot } from './possible.js';
export { simulateCase } from './simulate-case.js';
export type * from './traits.js';
export { establishmentKinds, otherLas, plainWorld } from './world.js';
