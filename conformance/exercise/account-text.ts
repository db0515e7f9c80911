import { yearModel } from '../../src/model/index.js';
import type { ExerciseAccount, Unexercised } from './account.js';
import { codeGroups } from './code-groups.js';
import { itemKey, itemWords } from './item-words.js';

type Group = ExerciseAccount['groups'][number];

/** What the values of some items are, in plain words. */
const nouns: Readonly<Record<string, string>> = {
  'SENneed.SENtype': 'needs',
  'NamedPlan.CeaseReason': 'reasons for ceasing',
  'Requests.RequestSource': 'sources of a request',
  'Requests.RequestOutcome': 'outcomes of a request',
  'Assessment.AssessmentOutcome': 'outcomes of an assessment',
  'ActivePlans.ReviewOutcome': 'outcomes of a review',
  'Person.Ethnicity': 'ethnic groups',
  'Person.UPNunknown': 'reasons for an unknown UPN',
};

const idsShown = 12;

/**
 * What was not exercised, in the words of the return, a line each: shapes, items, values by item, rules, what changed
 * since the year before, and the stories that would cover it. The first line is the sum of it.
 */
export function accountLines(account: ExerciseAccount): readonly string[] {
  const missing = account.groups.reduce((all, group) => all + group.missing.length, 0);
  const all = account.groups.reduce((sum, group) => sum + group.of, 0);
  if (missing === 0) return [`All of the ${all} things that a return of ${account.year} can exercise came up.`];
  const cites = storyCites(account);
  return [
    `${missing} of the ${all} things that a return of ${account.year} can exercise never came up:`,
    ...groupOf(account, 'shape').missing.map((one) => `  ${one.words}${cites(one)}`),
    ...groupOf(account, 'item').missing.map((one) => `  ${one.words}${cites(one)}`),
    ...valueLines(account).map((line) => `  ${line}`),
    ...ruleLines(groupOf(account, 'rule')).map((line) => `  ${line}`),
    ...yearLines(account, cites).map((line) => `  ${line}`),
    ...storyLines(account),
  ];
}

function groupOf({ groups }: ExerciseAccount, kind: Group['kind']): Group {
  return groups.find((group) => group.kind === kind) ?? { kind, of: 0, exercised: 0, missing: [] };
}

/** Names the first of the fewest stories that covers a feature. */
function storyCites({ stories }: ExerciseAccount): (one: Unexercised) => string {
  return (one) => {
    const story = stories.find((name) => one.stories.includes(name));
    return story === undefined ? '' : ` (story ${story})`;
  };
}

/** A line for each coded item of which only some values came up. An item that never came up is told as an item. */
function valueLines(account: ExerciseAccount): readonly string[] {
  const model = yearModel(account.year);
  const { missing } = groupOf(account, 'code');
  const never = new Set(groupOf(account, 'item').missing.map(({ id }) => id));
  return model.items.flatMap((item) => {
    const key = itemKey(item);
    const lacking = missing.filter(({ of }) => of === key);
    if (lacking.length === 0 || never.has(`item:${key}`)) return [];
    const noun = nouns[key] ?? `values of ${itemWords(item, model)}`;
    const count = codeGroups(item, account.year).length;
    const gone = lacking.map(({ id }) => id.slice(id.indexOf('=') + 1));
    const seen = account.seen[key] ?? [];
    if (seen.length > gone.length) return [`of ${count} ${noun} never ${inWords(gone, 'or')}`];
    return [`of ${count} ${noun} only ${inWords(seen, 'and')} seen`];
  });
}

function ruleLines({ of, missing }: Group): readonly string[] {
  if (missing.length === 0) return [];
  const ids = missing.map(({ id }) => id.slice('rule:'.length));
  const shown = ids.slice(0, idsShown).join(', ');
  const more = ids.length > idsShown ? ` and ${ids.length - idsShown} more` : '';
  return [`${ids.length} of ${of} rules had nothing to look at: ${shown}${more}`];
}

/** What changed since the year before; an item, a value or a rule that came has been told of already. */
function yearLines(account: ExerciseAccount, cites: (one: Unexercised) => string): readonly string[] {
  const told = (id: string): boolean => /^year:(?:item|rule):.*:(?:added|changed)$/.test(id);
  return groupOf(account, 'year')
    .missing.filter(({ id }) => !told(id))
    .map((one) => `${one.words}${cites(one)}`);
}

function storyLines({ stories, year }: ExerciseAccount): readonly string[] {
  if (stories.length === 0) return [];
  const many = stories.length === 1 ? 'This story covers' : `These ${stories.length} stories cover`;
  return [`${many} all of it that a case pack can (sen2kit cases --year ${year}): ${stories.join(', ')}`];
}

function inWords(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
