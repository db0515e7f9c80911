#!/usr/bin/env node
// Stands in for a tool that prints sentences. It looks at UPN and PostCode alone, and ends with 2 where it finds something.
//   R-07 check letter of the UPN    R-12 form of the UPN    R-20 PostCode is missing
//
//   node stand-in.mjs FILE

import { readFileSync } from 'node:fs';

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const xml = readFileSync(process.argv[2] ?? '', 'utf8');
const value = (record, tag) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(record)?.[1] ?? '';
const number = (character) => (/\d/.test(character) ? Number(character) : letters.indexOf(character));

let problems = 0;
(xml.match(/<Person>.*?<\/Person>/gs) ?? []).forEach((person, at) => {
  const own = person.replace(/<Requests>.*/s, '');
  const upn = value(own, 'UPN');
  const report = (level, code, message) => {
    problems += 1;
    console.log(`${level} ${code} child ${at + 1}${upn === '' ? '' : ` (${upn})`}: ${message}`);
  };
  if (upn !== '') {
    const isFormed = new RegExp(`^[${letters}]\\d{11}[\\d${letters}]$`).test(upn);
    const sum = [...upn.slice(1)].reduce((total, character, i) => total + number(character) * (i + 2), 0);
    if (!isFormed) report('ERR', 'R-12', 'the UPN is not of its form');
    else if (letters[sum % 23] !== upn[0]) report('ERR', 'R-07', 'the check letter of the UPN is wrong');
  }
  if (value(own, 'PostCode') === '') report('WRN', 'R-20', 'there is no post code');
});
console.log(`${problems} problem${problems === 1 ? '' : 's'} found`);
process.exitCode = problems > 0 ? 2 : 0;
