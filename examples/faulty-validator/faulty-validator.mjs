#!/usr/bin/env node
// A small validator of SEN2 returns that knows a dozen rules and gets some of them wrong on purpose, so that there is
// something for a conformance suite to find.
//
//   node faulty-validator.mjs FILE YEAR
//
// Right:
//   HDR-01 Collection is present          HDR-05 LEA is present            PER-01 Surname is present
//   HDR-02 Year is the one asked for      HDR-06 SoftwareCode is present   PER-02 Forename is present
//   PER-09 Sex is present (from 2024)     PER-10 Ethnicity is present      PER-12 UPN: 13 characters, a check letter first
//   PER-18 check digit of the ULN         PER-23 a person has Requests
// Wrong:
//   PER-13 does not look at the check letter of a temporary UPN (one that ends in a letter)
//   PER-17 takes a ULN that begins with 0
//   PER-21 counts a child who is 5 as too old for UN1: the test is < 5 where it should be < 6
//   PER-11 a lacking PostCode is an error here; it is a query
//   PER-04 is reported for the person after the one that lacks a birth date
//   REQ-02 refuses a request received on census day: < where it should be <=
//   REQ-05 is reported as REQ-06
//   all other rules are not known here

import { readFileSync } from 'node:fs';

const censusDays = {
  2023: '2023-01-19',
  2024: '2024-01-18',
  2025: '2025-01-16',
  2026: '2026-01-15',
  2027: '2027-01-21',
};
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

function findingsIn(xml, year) {
  const census = censusDays[year] ?? `${year}-01-15`;
  const findings = [];
  const report = (rule, level, path, person) => {
    findings.push({ rule, level, path, ...(person !== undefined && { person: { index: person } }) });
  };

  const header = /<Header(?:\s[^>]*)?>.*?<\/Header>/s.exec(xml)?.[0];
  if (header !== undefined) {
    const details = '/Message/Header/CollectionDetails';
    const source = '/Message/Header/Source';
    if (/<CollectionDetails[\s>]/.test(header)) {
      if (lacks(header, 'Collection')) report('HDR-01', 'error', `${details}/Collection`);
      if (value(header, 'Year') !== String(year)) report('HDR-02', 'error', `${details}/Year`);
    }
    if (/<Source[\s>]/.test(header)) {
      if (lacks(header, 'LEA')) report('HDR-05', 'error', `${source}/LEA`);
      if (lacks(header, 'SoftwareCode')) report('HDR-06', 'error', `${source}/SoftwareCode`);
    }
  }

  const persons = xml.match(/<Person(?:\s[^>]*)?>.*?<\/Person>/gs) ?? [];
  persons.forEach((person, at) => {
    const position = at + 1;
    const path = `/Message/Persons/Person[${position}]`;
    const own = person.replace(/<Requests[\s>].*/s, '');
    const birth = value(own, 'PersonBirthDate');
    if (lacks(own, 'Surname')) report('PER-01', 'error', `${path}/Surname`, position);
    if (lacks(own, 'Forename')) report('PER-02', 'error', `${path}/Forename`, position);
    if (lacks(own, 'PersonBirthDate')) {
      const other = position + 1;
      report('PER-04', 'error', `/Message/Persons/Person[${other}]/PersonBirthDate`, other);
    }
    if (year >= 2024 && lacks(own, 'Sex')) report('PER-09', 'error', `${path}/Sex`, position);
    if (lacks(own, 'Ethnicity')) report('PER-10', 'error', `${path}/Ethnicity`, position);
    if (lacks(own, 'PostCode')) report('PER-11', 'error', `${path}/PostCode`, position);
    const upn = value(own, 'UPN');
    if (upn) {
      if (upn.length !== 13 || !letters.includes(upn[0])) report('PER-12', 'error', `${path}/UPN`, position);
      else if (/^.\d{12}$/.test(upn) && upnLetter(upn) !== upn[0]) report('PER-13', 'error', `${path}/UPN`, position);
    }
    const uln = value(own, 'UniqueLearnerNumber');
    if (uln) {
      if (!/^\d{10}$/.test(uln)) report('PER-17', 'error', `${path}/UniqueLearnerNumber`, position);
      else if (uln[0] !== '0' && !ulnHolds(uln)) report('PER-18', 'error', `${path}/UniqueLearnerNumber`, position);
    }
    if (value(own, 'UPNunknown') === 'UN1' && isDate(birth) && birth <= census && !(ageOn(birth, census) < 5)) {
      report('PER-21', 'query', `${path}/UPNunknown`, position);
    }
    const requests = person.match(/<Requests(?:\s[^>]*)?>.*?<\/Requests>/gs) ?? [];
    if (requests.length === 0 && !/<Requests\s*\/>/.test(person))
      report('PER-23', 'error', `${path}/Requests`, position);
    requests.forEach((request, n) => {
      const received = value(request, 'ReceivedDate');
      if (isDate(received) && !(received < census)) {
        report('REQ-02', 'error', `${path}/Requests[${n + 1}]/ReceivedDate`, position);
      }
      if (lacks(request, 'RequestOutcome'))
        report('REQ-06', 'error', `${path}/Requests[${n + 1}]/RequestOutcome`, position);
    });
  });
  return findings;
}

/** The first value of a tag, or '' where it is absent or empty. */
function value(xml, tag) {
  return new RegExp(`<${tag}(?:\\s[^>/]*)?>([^<]*)</${tag}>`).exec(xml)?.[1]?.trim() ?? '';
}

/** Whether a tag is absent, or empty but for white space. */
function lacks(xml, tag) {
  return !new RegExp(`<${tag}(?:\\s[^>/]*)?>(?!\\s*</${tag}>)`).test(xml);
}

function isDate(text) {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);
}

function ageOn(birth, day) {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}

function upnLetter(upn) {
  return letters[[...upn.slice(1)].reduce((sum, digit, i) => sum + Number(digit) * (i + 2), 0) % 23];
}

function ulnHolds(uln) {
  const rest = [...uln.slice(0, 9)].reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) % 11;
  return rest !== 0 && 10 - rest === Number(uln[9]);
}

let findings = [];
try {
  findings = findingsIn(readFileSync(process.argv[2] ?? '', 'utf8'), Number(process.argv[3]));
} catch {
  // What cannot be read has no findings here: one more fault of this validator.
}
process.stdout.write(`${JSON.stringify({ format: 1, findings })}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
