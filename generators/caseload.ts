import { localAuthorityFigures } from './figures/index.js';

/**
 * How many persons the return of an LA has by the published figures: those with an open plan, those whose plan ceased
 * in the year, and those whose request of the year came to no plan. Undefined for an LA that they do not name.
 */
export function publishedPersons(la: string): number | undefined {
  const figures = localAuthorityFigures(la);
  if (!figures) return undefined;
  const { openPlans, ceasedPlans, requests, newPlans } = figures;
  // Plans are issued on requests of the year before too, so that a small LA may have issued more than were asked for.
  return openPlans + ceasedPlans + Math.max(0, requests - newPlans);
}
