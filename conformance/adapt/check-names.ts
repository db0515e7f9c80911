import { collectionYears, yearModel } from '../../src/model/index.js';
import { catalogue, ruleById } from '../../src/rules/index.js';
import { hint } from '../shape/index.js';
import { globMatcher } from '../suite/index.js';
import type { AdapterFile } from './adapter-file.js';
import type { Complaint } from './check-fields.js';
import type { JsonPath } from './json-source.js';
import { compileRegex } from './regex.js';

const ruleIds = catalogue.map(({ id }) => id);
const models = collectionYears.map(yearModel);
const recordTags = new Set(models.flatMap(({ groups }) => groups.map(({ tag }) => tag)));
const itemTags = new Set(models.flatMap(({ items }) => items.map(({ tag }) => tag)));

/** What is wrong with the names of rules, codes, records and items in a file, and with its other expressions. */
export function checkNames(file: AdapterFile): Complaint[] {
  return [
    ...checkCodes(file),
    ...checkUnsupported(file),
    ...checkIgnored(file),
    ...checkTags(file.fields?.record?.tables, ['fields', 'record', 'tables'], recordTags, 'record'),
    // Of a record that is missing, its tag stands where an item would.
    ...checkTags(file.items, ['items'], new Set([...itemTags, ...recordTags]), 'item'),
    ...checkExpressions(file),
  ];
}

function checkCodes({ codes = {} }: AdapterFile): Complaint[] {
  const check = (rule: string, path: JsonPath): Complaint[] =>
    ruleById(rule) ? [] : [{ path, what: `${rule} is no rule of any year${hint(rule, ruleIds)}` }];
  return Object.entries(codes).flatMap(([code, rules]) =>
    typeof rules === 'string'
      ? check(rules, ['codes', code])
      : rules.flatMap((rule, index) => check(rule, ['codes', code, index])),
  );
}

function checkUnsupported({ rules, codes = {} }: AdapterFile): Complaint[] {
  const coded = new Set(Object.values(codes).flat());
  return (rules?.unsupported ?? []).flatMap((glob, index) => {
    const path: JsonPath = ['rules', 'unsupported', index];
    const fitting = ruleIds.filter(globMatcher(glob));
    if (fitting.length === 0) return [{ path, what: `${glob} fits no rule of any year${hint(glob, ruleIds)}` }];
    const both = fitting.find((rule) => coded.has(rule));
    return both === undefined ? [] : [{ path, what: `${both} is unsupported here and has a code; only one can be` }];
  });
}

function checkIgnored({ ignore = [], codes = {} }: AdapterFile): Complaint[] {
  return ignore.flatMap((code, index) =>
    Object.hasOwn(codes, code)
      ? [{ path: ['ignore', index], what: `the code ${code} is ignored here and has a rule; only one can be` }]
      : [],
  );
}

function checkTags(
  map: Readonly<Record<string, string>> = {},
  path: JsonPath,
  tags: ReadonlySet<string>,
  what: string,
): Complaint[] {
  return Object.entries(map)
    .filter(([, tag]) => !tags.has(tag))
    .map(([name, tag]) => ({
      path: [...path, name],
      what: `${tag} is no tag of ${what === 'item' ? 'an item' : 'a record'} in any year${hint(tag, tags)}`,
    }));
}

function checkExpressions({ codePattern, output }: AdapterFile): Complaint[] {
  const complaints: Complaint[] = [];
  const code = codePattern === undefined ? undefined : compileRegex(codePattern);
  if (typeof code === 'string') {
    complaints.push({ path: ['codePattern'], what: `codePattern is no regular expression: ${code}` });
  } else if (code && code.groups !== 1) {
    complaints.push({
      path: ['codePattern'],
      what: `codePattern has ${code.groups} groups; one is needed, around the code; write (?:...) for others`,
    });
  }
  const required = output.requires === undefined ? undefined : compileRegex(output.requires);
  if (typeof required === 'string') {
    complaints.push({ path: ['output', 'requires'], what: `output.requires is no regular expression: ${required}` });
  }
  return complaints;
}
