import { codesIn, splitType, yearModel, type YearItem } from '../../src/model/index.js';
import { definitions, freeTextTags, recordOf, ruleById, tagOf, type RecordRule } from '../../src/rules/index.js';
import { bytesSource, validate, type Finding } from '../../src/validate/index.js';
import type { BuiltCase } from '../suite/index.js';
import type { Adversary, Exam } from './adversary.js';

/** Changes the findings of one rule and leaves the others. */
type Filter = (findings: readonly Finding[], one: BuiltCase) => readonly Finding[];

function filter(rule: string, operator: string, description: string, change: Filter): Adversary {
  return {
    rule,
    operator,
    description,
    answer: (one, exam) => {
      const all = exam.findings(one);
      return [
        ...all.filter((f) => f.rule !== rule),
        ...change(
          all.filter((f) => f.rule === rule),
          one,
        ),
      ];
    },
  };
}

function dropping(
  rule: string,
  operator: string,
  description: string,
  isDropped: (f: Finding, one: BuiltCase) => boolean,
): Adversary {
  return filter(rule, operator, description, (findings, one) => findings.filter((f) => !isDropped(f, one)));
}

const personStep = /^(\/Message\/Persons\/Person\[)(\d+)(\].*)$/;

function personOf({ path }: Finding): number | undefined {
  const position = personStep.exec(path)?.[2];
  return position === undefined ? undefined : Number(position);
}

/** Wrong validators that report the rule's findings wrongly, or not all of them. */
export function filterAdversaries(rule: string, year: number): readonly Adversary[] {
  return [
    dropping(rule, 'never-fires', 'never reports the rule', () => true),
    alwaysFires(rule),
    filter(rule, 'wrong-level', 'reports an error as a query, or a query as an error', (findings) =>
      findings.map((f) => ({ ...f, level: f.level === 'error' ? 'query' : 'error' })),
    ),
    filter(rule, 'first-finding-only', 'stops at the first finding of the rule', (findings) => findings.slice(0, 1)),
    ...aboutPersons(rule),
    ...aboutPlaces(rule, year),
    ...aboutPresence(rule, year),
    ...aboutValues(rule, year),
  ];
}

function alwaysFires(rule: string): Adversary {
  return {
    rule,
    operator: 'always-fires',
    description: 'reports the rule for whatever it is given',
    answer: (one, exam) => [
      ...exam.findings(one).filter((f) => f.rule !== rule),
      { rule, level: ruleById(rule)?.level ?? 'error', path: '/Message', line: 1, column: 1, items: [], message: '' },
    ],
  };
}

/** What the finding's place has to be for these to differ: rules about a person. */
function isAboutPerson(rule: string): boolean {
  return !/^(HDR|RET)-|^FILE-0[1-5]|^FILE-09|^VAL-(CollectionDetails|Source)\./.test(rule);
}

function aboutPersons(rule: string): readonly Adversary[] {
  if (!isAboutPerson(rule)) return [];
  return [
    filter(rule, 'wrong-person', 'reports the person before, or after the first', (findings) =>
      findings.map((f) => ({ ...f, path: f.path.replace(personStep, otherPerson) })),
    ),
    dropping(rule, 'first-person-only', 'looks at the first person alone', (f) => (personOf(f) ?? 1) > 1),
    dropping(rule, 'not-the-last-person', 'leaves out the last person', (f, one) => personOf(f) === one.case.persons),
    dropping(rule, 'not-the-first-person', 'leaves out the first person', (f) => personOf(f) === 1),
  ];
}

function otherPerson(_: string, before: string, position: string, after: string): string {
  return `${before}${position === '1' ? 2 : Number(position) - 1}${after}`;
}

const laterRepeat: Readonly<Record<string, RegExp>> = {
  Requests: /\/Requests\[(?!1\])\d+\]/,
  PlanDetail: /\/PlanDetail\[(?!1\])\d+\]/,
  PlacementDetail: /\/PlacementDetail\[(?!1\])\d+\]/,
  SENneed: /\/SENneed\[(?!1\])\d+\]/,
};

const firstRepeat: Readonly<Record<string, RegExp>> = {
  PlanDetail: /\/PlanDetail\[1\]/,
  PlacementDetail: /\/PlacementDetail\[1\]/,
  SENneed: /\/SENneed\[1\]/,
};

/** The record that the findings of a rule are in; undefined for one of the file or return. */
function recordOfRule(rule: string): string | undefined {
  const value = /^VAL-(\w+)\./.exec(rule)?.[1];
  if (value !== undefined) return value;
  const found = definitions.find((one) => one.id === rule);
  return found?.kind === 'record' || found?.kind === 'item' ? found.on : undefined;
}

function aboutPlaces(rule: string, year: number): readonly Adversary[] {
  const record = recordOfRule(rule);
  const made: Adversary[] = [
    filter(rule, 'wrong-item', 'reports the neighbouring item', (findings) =>
      findings.map((f) => ({ ...f, path: neighbour(f.path, year) })),
    ),
  ];
  const inRequest = ['Requests', 'Assessment', 'NamedPlan', 'PlanDetail', 'ActivePlans', 'PlacementDetail', 'SENneed'];
  if (record !== undefined && inRequest.includes(record)) {
    made.push(dropping(rule, 'first-request-only', 'looks at the first request alone', isIn(laterRepeat['Requests'])));
  }
  if (record !== undefined && record in firstRepeat) {
    made.push(
      dropping(rule, 'first-repeat-only', `looks at the first ${record} alone`, isIn(laterRepeat[record])),
      dropping(rule, 'not-the-first-repeat', `leaves out the first ${record}`, isIn(firstRepeat[record])),
    );
  }
  return made;
}

function isIn(pattern: RegExp | undefined): (f: Finding) => boolean {
  return (f) => pattern?.test(f.path) ?? false;
}

/** The path of the next child of the same container; unchanged where there is none. */
function neighbour(path: string, year: number): string {
  const steps = path.split('/');
  const last = (steps.pop() ?? '').replace(/\[\d+\]$/, '');
  const parent = (steps.at(-1) ?? '').replace(/\[\d+\]$/, '');
  const group = yearModel(year).groups.find((one) => one.tag === parent);
  if (!group) return `${path}/Other`;
  const at = group.children.findIndex((child) => child.tag === last);
  const next = group.children[(at + 1) % group.children.length];
  return next && next.tag !== last ? `${steps.join('/')}/${next.tag}` : `${path}/Other`;
}

/** Of the items whose lack the rule tells, those that hold a value. */
function lackedItems(rule: string, year: number): readonly string[] {
  return definitions
    .filter((one): one is RecordRule => one.kind === 'record' && one.id === rule)
    .flatMap((one) => one.lacks)
    .filter((ref) => yearModel(year).item(recordOf(ref), tagOf(ref)) !== undefined)
    .map(tagOf);
}

function aboutPresence(rule: string, year: number): readonly Adversary[] {
  const items = lackedItems(rule, year);
  if (items.length === 0) return [];
  const made = [
    dropping(rule, 'absent-only', 'takes an empty element for a value', (f) => f.value === ''),
    dropping(rule, 'empty-only', 'overlooks an item that is absent', (f) => f.value === undefined),
  ];
  if (items.some((tag) => freeTextTags.includes(tag))) {
    made.push(
      dropping(
        rule,
        'blank-is-a-value',
        'takes white space for a value',
        (f) => f.value?.trim() === '' && f.value !== '',
      ),
    );
  }
  return made;
}

function aboutValues(rule: string, year: number): readonly Adversary[] {
  const [, parent = '', tag = ''] = /^VAL-(\w+)\.(\w+)$/.exec(rule) ?? [];
  const item = parent === '' ? undefined : yearModel(year).item(parent, tag);
  if (!item) return [];
  const made = [
    dropping(rule, 'trims', 'trims the value before it looks', (f) => item.accepts((f.value ?? '').trim())),
    dropping(rule, 'trims-the-end', 'trims the end of the value before it looks', (f) =>
      item.accepts((f.value ?? '').trimEnd()),
    ),
  ];
  if (hasLetters(item, year)) {
    made.push(
      dropping(rule, 'upper-cases', 'takes small letters for capitals', (f) =>
        item.accepts((f.value ?? '').toUpperCase()),
      ),
    );
  }
  return [...made, ...otherYears(rule, item, year)];
}

/** Whether a value of the item has letters, so that their case can matter. */
function hasLetters(item: YearItem, year: number): boolean {
  const { type } = item.node;
  if (type === 'postcode') return true;
  if (!/^(code|fixed):/.test(type)) return false;
  const [kind, name] = splitType(type as `code:${string}`);
  return kind === 'fixed' || [...codesIn(name, year).keys()].some((code) => /[A-Z]/.test(code));
}

/** Applies the codes of the year before or after, where they differ. */
function otherYears(rule: string, item: YearItem, year: number): readonly Adversary[] {
  const { type } = item.node;
  if (!type.startsWith('code:')) return [];
  const codes = (which: number): string => [...codesIn(type.slice(5), which).keys()].join();
  return [year - 1, year + 1].flatMap((other) => {
    if (other < 2023 || other > 2027 || codes(other) === codes(year)) return [];
    if (yearModel(other).item(item.parent.tag, item.tag) === undefined) return [];
    return [codesOfYear(rule, other)];
  });
}

function codesOfYear(rule: string, other: number): Adversary {
  return {
    rule,
    operator: `codes-of-${other}`,
    description: `applies the codes of ${other}`,
    answer: (one: BuiltCase, exam: Exam) => [
      ...exam.findings(one).filter((f) => f.rule !== rule),
      ...validate(bytesSource(one.file), { year: other }).findings.filter((f) => f.rule === rule),
    ],
  };
}
