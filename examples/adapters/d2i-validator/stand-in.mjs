#!/usr/bin/env node
// Stands in for a validator that works on tables. Rules, with made-up codes:
//   9001  LeavingDate is before EntryDate
//   9002  Sex is missing
//   9003Q PostCode is missing
//
//   node stand-in.mjs FILE

import { readFileSync } from 'node:fs';

const xml = readFileSync(process.argv[2] ?? '', 'utf8');
const value = (record, tag) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(record)?.[1]?.trim() ?? '';
const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);

const persons = xml.match(/<Person>.*?<\/Person>/gs) ?? [];
const placements = persons.flatMap((person) =>
  (person.match(/<PlacementDetail>.*?<\/PlacementDetail>/gs) ?? []).map((record) => ({ person, record })),
);

const issues = [];
const report = (code, description, type, table, columns, row, person) => {
  for (const column of columns) {
    issues.push({
      tables_affected: table,
      columns_affected: column,
      row_id: row,
      rule_code: code,
      rule_description: description,
      rule_type: type,
      la_level: false,
      child_id: value(person, 'UPN') || value(person, 'UniqueLearnerNumber') || null,
    });
  }
};

placements.forEach(({ person, record }, row) => {
  const [entry, leaving] = [value(record, 'EntryDate'), value(record, 'LeavingDate')];
  if (isDate(entry) && isDate(leaving) && leaving < entry) {
    report(9001, 'Leaving date is before entry date', 1, 'placement_detail', ['EntryDate', 'LeavingDate'], row, person);
  }
});
persons.forEach((person, row) => {
  const own = person.replace(/<Requests>.*/s, '');
  if (value(own, 'Sex') === '') report('9002', 'Sex is missing', 0, 'persons', ['Sex'], row, person);
  if (value(own, 'PostCode') === '') report('9003Q', 'Post code is missing', 0, 'persons', ['PostCode'], row, person);
});
process.stdout.write(`${JSON.stringify(issues, null, 2)}\n`);
