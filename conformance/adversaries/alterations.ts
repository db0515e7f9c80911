import { addDays, codesIn, inForce, isDate, splitType, yearModel, type YearItem } from '../../src/model/index.js';
import { definitions, recordOf, tagOf, type AnyRule, type RecordRule, type Scope } from '../../src/rules/index.js';
import { bytesSource, validate, type Alteration } from '../../src/validate/index.js';
import type { BuiltCase } from '../suite/index.js';
import type { Adversary, Exam } from './adversary.js';
import { answerOf } from './answer-of.js';
import { perturb, type Change, type Perturbed } from './perturb.js';
import { keyAdversaries, shareAdversaries } from './return-alterations.js';

/** Shows a rule something else than what stands there. */
type Lens = (record: object, scope: Scope) => Perturbed;

interface LensAdversary {
  readonly operator: string;
  readonly description: string;
  readonly lens: Lens;
  /**
   * Pairs of what stands there and what a wrong validator makes of it: where the rule decides the same of both of
   * every pair, or is not looked at, what they differ in plays no part in it.
   */
  readonly probes: readonly (readonly [Lens, Lens])[];
  /** What plays no part, for the list of equivalents. */
  readonly subject: string;
  /** More pairs, for one that survived: where the rule decides the same of all, the lens makes no difference to it. */
  readonly deeper?: LensAdversary['probes'];
  /** The lens itself is among the probes, so that no case can kill what they find equivalent. */
  readonly isProbed?: boolean;
}

function altered(rule: RecordRule, lens: Lens): RecordRule {
  return {
    ...rule,
    broken: (record, scope) => {
      const seen = lens(record, scope);
      return rule.broken(seen.record, seen.scope);
    },
    ...(rule.spots && {
      spots: (record: object, scope: Scope) => {
        const seen = lens(record, scope);
        return rule.spots?.(seen.record, seen.scope) ?? [];
      },
    }),
  };
}

/** Wrong validators in which the rule itself decides otherwise: off by a day, blind to a code, and the like. */
export function alteredAdversaries(id: string, year: number): readonly Adversary[] {
  const rules = definitions.filter((one) => one.id === id && inForce(one, year));
  return rules.flatMap((rule) => {
    switch (rule.kind) {
      case 'record':
        return lensesOf(rule, year).map((one) => lensAdversary(rule, one));
      case 'key':
        return keyAdversaries(rule, year);
      case 'share':
        return shareAdversaries(rule);
      default:
        return [];
    }
  });
}

function lensAdversary(
  rule: RecordRule,
  { operator, description, lens, probes, subject, deeper, isProbed = false }: LensAdversary,
): Adversary {
  const alteration: Alteration = { rule: rule.id, alter: (one) => (one === rule ? altered(rule, lens) : one) };
  return {
    rule: rule.id,
    operator,
    description,
    answer: (one, exam) => answerOf(one, exam, alteration),
    equivalence: (cases, exam) =>
      exam.once(`${rule.id}/${rule.on}/${subject}`, () =>
        playsPart(rule, probes, cases, exam) ? undefined : `${subject} plays no part in the rule`,
      ),
    asksFirst: isProbed,
    ...(deeper && {
      lastResort: (cases: readonly BuiltCase[], exam: Exam) =>
        playsPart(rule, deeper, cases, exam) ? undefined : `no day of any item makes it matter that it ${description}`,
    }),
  };
}

/** Whether any of the probes changes what the rule decides, anywhere in the cases. */
function playsPart(
  rule: RecordRule,
  probes: LensAdversary['probes'],
  cases: readonly BuiltCase[],
  exam: Exam,
): boolean {
  const found = { differs: false };
  const firstOnes = definitions.filter(
    (one) => one.kind === 'record' && rule.unless.includes(one.id) && one.on === rule.on,
  );
  const isSilenced = (seen: Perturbed): boolean =>
    firstOnes.some((one) => one.kind === 'record' && one.broken(seen.record, seen.scope));
  const probe: Alteration = {
    rule: rule.id,
    alter: (given: AnyRule) =>
      given !== rule
        ? given
        : {
            ...rule,
            broken: (record, scope) => {
              const decides = (lens: Lens): boolean => {
                const seen = lens(record, scope);
                return rule.broken(seen.record, seen.scope);
              };
              found.differs ||= probes.some(
                ([there, made]) => !isSilenced(there(record, scope)) && decides(there) !== decides(made),
              );
              return rule.broken(record, scope);
            },
          },
  };
  for (const one of cases) {
    validate(bytesSource(one.file), { year: exam.year, alteration: probe });
    if (found.differs) return true;
  }
  return false;
}

function lensesOf(rule: RecordRule, year: number): readonly LensAdversary[] {
  const model = yearModel(year);
  const refs = [...new Set([...rule.items, ...rule.uses])];
  const items = refs.flatMap((ref) => model.item(recordOf(ref), tagOf(ref)) ?? []);
  const dates = items.filter((item) => item.node.type === 'date');
  return [
    ...items.flatMap((item) => itemLenses(item, year)),
    ...censusLenses.map((one) => ({ ...one, deeper: everyDay(dates, one.lens) })),
    ...activityLenses,
  ];
}

/** Two years on either side, so that every day of the year is met in each item. */
const daysAround = 731;

/** What the rule makes of any day in any of the items, there and through a lens. */
function everyDay(dates: readonly YearItem[], lens: Lens): LensAdversary['probes'] {
  return dates.flatMap((item) =>
    Array.from({ length: 2 * daysAround + 1 }, (_, i) => {
      const there = itemLens(item, shifted(i - daysAround));
      const made: Lens = (record, scope) => {
        const seen = there(record, scope);
        return lens(seen.record, seen.scope);
      };
      return [there, made] as const;
    }),
  );
}

function itemLens(item: YearItem, change: Change): Lens {
  return (record, scope) => perturb(record, scope, item.parent.tag as Parameters<typeof perturb>[2], item.tag, change);
}

const asIs: Lens = (record, scope) => ({ record, scope });

const farShifts = [-20_000, -4_000, -400, -366, -30, -1, 1, 30, 366, 400, 4_000, 20_000];

function itemLenses(item: YearItem, year: number): readonly LensAdversary[] {
  const { type } = item.node;
  const name = `${item.parent.tag}.${item.tag}`;
  if (type === 'date' || type === 'dateTime') {
    const probes = farShifts.map((days) => [asIs, itemLens(item, shifted(days))] as const);
    return [1, -1].map((days) => ({
      operator: `${days > 0 ? 'a-day-late' : 'a-day-early'}:${name}`,
      description: `reads ${name} as the day ${days > 0 ? 'after' : 'before'} the one that stands there`,
      lens: itemLens(item, shifted(days)),
      probes,
      subject: `the day of ${name}`,
      isProbed: true,
    }));
  }
  if (type === 'upn' || type === 'uln') return identifierLenses(item, name);
  if (!/^(code|fixed):/.test(type)) return [];
  const [kind, set] = splitType(type as `code:${string}`);
  const codes = kind === 'fixed' ? [set] : [...codesIn(set, year).keys()];
  if (codes.length > 20) return [];
  return codes.map((code) => ({
    operator: `blind-to-${code}:${name}`,
    description: `takes ${name} for missing where it is ${code}`,
    lens: itemLens(item, (value) => (value === code ? undefined : value)),
    probes: [[itemLens(item, () => code), itemLens(item, () => undefined)]],
    subject: `the code ${code} of ${name}`,
  }));
}

function identifierLenses(item: YearItem, name: string): readonly LensAdversary[] {
  const lens = (change: (value: string) => string): Lens =>
    itemLens(item, (value) => (value === undefined ? value : change(value)));
  const padded = [[lens((value) => ` ${value}`), asIs] as const, [lens((value) => `${value} `), asIs] as const];
  return [
    {
      operator: `trims:${name}`,
      description: `trims ${name} before it looks`,
      lens: lens((value) => value.trim()),
      probes: padded,
      subject: `white space around ${name}`,
    },
    {
      operator: `upper-cases:${name}`,
      description: `takes small letters in ${name} for capitals`,
      lens: lens((value) => value.toUpperCase()),
      probes: [[lens((value) => value.toLowerCase()), asIs]],
      subject: `the case of letters in ${name}`,
    },
  ];
}

/** Moves the date at the start of a value; a value that holds no date is left. */
function shifted(days: number): Change {
  return (value) => {
    const date = value?.slice(0, 10) ?? '';
    if (value === undefined || !isDate(date)) return value;
    const moved = addDays(date, days);
    return isDate(moved) ? moved + value.slice(10) : value;
  };
}

function scopeLens(change: (scope: Scope) => Partial<Scope>): Lens {
  return (record, scope) => ({ record, scope: { ...scope, ...change(scope) } });
}

function censusLens(days: number): Lens {
  return scopeLens(({ facts }) => ({ facts: { ...facts, referenceDate: addDays(facts.referenceDate, days) } }));
}

const censusLenses: readonly LensAdversary[] = (
  [
    ['census-a-day-late', 1, 'the day after census day'],
    ['census-a-day-early', -1, 'the day before census day'],
    ['census-a-year-late', 366, 'a day a year after census day, so that everybody is a year older'],
    ['census-a-year-early', -366, 'a day a year before census day, so that everybody is a year younger'],
  ] as const
).map(([operator, days, description]) => ({
  operator,
  description: `takes ${description} for census day`,
  lens: censusLens(days),
  probes: farShifts.map((far) => [asIs, censusLens(far)] as const),
  subject: 'census day',
  isProbed: true,
}));

function activityLens(days: number): Lens {
  return scopeLens(({ activityStart }) => ({ activityStart: addDays(activityStart, days) }));
}

const activityLenses: readonly LensAdversary[] = ([1, -1] as const).map((days) => ({
  operator: days > 0 ? 'activity-year-a-day-late' : 'activity-year-a-day-early',
  description: `begins the activity year on ${days > 0 ? '2 January' : '31 December'}`,
  lens: activityLens(days),
  probes: farShifts.map((far) => [asIs, activityLens(far)] as const),
  subject: 'the beginning of the activity year',
  isProbed: true,
}));
