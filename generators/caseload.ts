import { localAuthorityFigures, nationalFigures as national, type Figures } from './figures/index.js';
import { sum } from './fit.js';
import { plotMix } from './plots.js';

/** Of what an LA decided in a year, this much at least is of each kind, so that a small LA makes nothing impossible. */
const least = 0.005;

const made = new Map<string, Figures>();

/**
 * The figures of England with the size and the flows that are published of an LA in their place: its open plans,
 * requests, assessments, plans issued and plans ceased. Whom they are about stays as in England. Undefined for an LA
 * that the figures do not name; the same object for the same LA.
 */
export function publishedFigures(la: string): Figures | undefined {
  const known = made.get(la);
  if (known) return known;
  const of = localAuthorityFigures(la);
  if (!of) return undefined;
  const open = of.openPlans / sum(national.openPlans);
  const issued = of.newPlans / sum(national.newPlans);
  const ceased = of.ceasedPlans / sum(Object.values(national.ceasedPlans).map((counts) => sum(counts)));
  const plans: Figures = {
    ...national,
    openPlans: national.openPlans.map((n) => n * open),
    newPlans: national.newPlans.map((n) => n * issued),
    yearsInPlace: yearsOf(of.openPlans, issued),
    assessments: assessmentsOf(of.assessments, issued),
    ceasedPlans: mapValues(national.ceasedPlans, (counts) => counts.map((n) => n * ceased)),
    placements: national.placements.map((place) => ({
      ...place,
      residential: [place.residential[0] * open, place.residential[1] * open] as const,
      open: place.open.map((n) => n * open),
    })),
    workBased: national.workBased.map(({ age, S, A, T }) => ({ age, S: S * open, A: A * open, T: T * open })),
  };
  const figures = { ...plans, requests: requestsOf(of.requests, plotMix(plans).agreed) };
  made.set(la, figures);
  return figures;
}

/**
 * How many persons the return of an LA has by its published figures: those with an open plan, those whose plan ceased
 * in the year, and those whose request of the year came to no plan. Undefined for an LA that they do not name.
 */
export function publishedPersons(la: string): number | undefined {
  const figures = publishedFigures(la);
  return figures && Math.round(plotMix(figures).persons);
}

/** Open plans by years in place: as many young ones as the LA issues plans, and older ones for the rest. */
function yearsOf(openPlans: number, issued: number): readonly number[] {
  const [newest = 0, recent = 0, ...older] = national.yearsInPlace;
  const young = [newest, recent].map((n) => n * issued);
  const rest = Math.max(openPlans * least, openPlans - sum(young)) / sum(older);
  return [...young, ...older.map((n) => n * rest)];
}

/** Requests by outcome: as many agreed as the plans come from, and of the other outcomes the rest. */
function requestsOf(requests: number, agreed: number): Figures['requests'] {
  const { agreed: yes, ...others } = national.requests;
  const no = sum(Object.values(others).map((counts) => sum(counts)));
  const [ofYes, ofNo] = [agreed / sum(yes), Math.max(requests * least, requests - agreed) / no];
  return {
    agreed: yes.map((n) => n * ofYes),
    ...mapValues(others, (counts) => counts.map((n) => n * ofNo)),
  };
}

/** Assessments by outcome: those that led to the plans that were issued, and of the other outcomes the rest. */
function assessmentsOf(assessments: number, issued: number): Figures['assessments'] {
  const { issued: led, ...others } = national.assessments;
  const rest = Math.max(assessments * least, assessments - led * issued) / sum(Object.values(others));
  return { issued: led * issued, ...mapValues(others, (n) => n * rest) };
}

function mapValues<K extends PropertyKey, V, W>(record: Readonly<Record<K, V>>, map: (value: V) => W): Record<K, W> {
  return Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, map(value)])) as Record<K, W>;
}
