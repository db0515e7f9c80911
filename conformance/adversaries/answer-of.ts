import { bytesSource, validate, type Alteration, type Finding } from '../../src/validate/index.js';
import type { BuiltCase } from '../suite/index.js';
import type { Exam } from './adversary.js';

/** What the reference validator finds in a case, with one rule altered. */
export function answerOf(one: BuiltCase, exam: Exam, alteration: Alteration): readonly Finding[] {
  return [
    ...exam.findings(one).filter((f) => f.rule !== alteration.rule),
    ...validate(bytesSource(one.file), { year: exam.year, alteration }).findings.filter(
      (f) => f.rule === alteration.rule,
    ),
  ];
}
