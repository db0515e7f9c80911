import type { Break } from './break.js';
import { ceaseBreaks } from './cease-breaks.js';
import { needBreaks } from './need-breaks.js';
import { openPlacementBreaks } from './open-placement-breaks.js';
import { placementBreaks } from './placement-breaks.js';
import { planBreaks } from './plan-breaks.js';
import { amongRequests, atTheEnds } from './repeats.js';
import { reviewBreaks } from './review-breaks.js';
import { settingBreaks } from './setting-breaks.js';

const all: readonly Break[] = [
  ...planBreaks,
  ...ceaseBreaks,
  ...settingBreaks,
  ...placementBreaks,
  ...openPlacementBreaks,
  ...needBreaks,
  ...reviewBreaks,
];

const ofPlans = /^PL[NC]-/;

/** Of every rule about plans and placements, a break at each end of the return and in each of three requests. */
export const planRepeatBreaks: readonly Break[] = [...atTheEnds(all, ofPlans), ...amongRequests(all, ofPlans)];
