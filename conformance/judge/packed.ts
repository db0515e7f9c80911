import type { Answer, Capabilities, Granularity, ReportedFinding } from './answer.js';
import { personsTold } from './claim.js';

/** Those that do not say which person a finding is about. */
const withoutPersons: ReadonlySet<Granularity> = new Set<Granularity>(['file', 'rule']);

/** What a packed case shares its file with. */
export interface PackedFile {
  /** The positions, from 1, of those who are cases. */
  readonly cases: ReadonlySet<number>;
}

/**
 * Of the answer on a return that holds many cases, what says something about one of them: the findings of its person,
 * and those about the return as a whole or a person who is no case, which could be any case's doing. An answer from which that cannot be told
 * counts as unsupported.
 * @param position of the person, from 1
 * @param as the position that the findings are given in place of it: that of a case to be held against this one
 */
export function findingsOfPerson(
  answer: Answer,
  position: number,
  capabilities: Capabilities,
  file: PackedFile,
  as: number = position,
): Answer {
  if (answer.kind !== 'findings') return answer;
  const untold = (what: string): Answer => ({
    kind: 'unsupported',
    why: `the file holds many cases, and ${what} does not say which person it is about`,
  });
  if (withoutPersons.has(capabilities.granularity)) return untold('what the validator reports');
  const { ofPerson, ofReturn, ofSeveral, placeless } = sorted(answer.findings, file);
  const unclear = placeless ?? ofSeveral.get(position);
  if (unclear) return untold(`a finding of ${unclear.rule ?? 'no rule'}`);
  const own = ofPerson.get(position) ?? [];
  return { ...answer, findings: [...ofReturn, ...(as === position ? own : own.map((finding) => moved(finding, as)))] };
}

interface Sorted {
  readonly ofPerson: ReadonlyMap<number, readonly ReportedFinding[]>;
  /** Those about the return, and those about a person who is not in the file or no case: each could be any case's doing. */
  readonly ofReturn: readonly ReportedFinding[];
  /** By person, the first that may be about them or about another. */
  readonly ofSeveral: ReadonlyMap<number, ReportedFinding>;
  /** The first that says neither person nor path. */
  readonly placeless: ReportedFinding | undefined;
}

/**
 * The position of a person who is no case, wherever in whichever file: what is said of one on the parent's file is then
 * the same as what is said of another on the case's.
 */
const nobody = 0;

// An answer on thousands of cases is asked about thousands of times.
const alreadySorted = new WeakMap<readonly ReportedFinding[], Sorted>();

function sorted(findings: readonly ReportedFinding[], { cases }: PackedFile): Sorted {
  const known = alreadySorted.get(findings);
  if (known) return known;
  const ofPerson = new Map<number, ReportedFinding[]>();
  const ofSeveral = new Map<number, ReportedFinding>();
  const ofReturn: ReportedFinding[] = [];
  const saidOfNobody = new Set<string>();
  let placeless: ReportedFinding | undefined;
  for (const finding of findings) {
    const persons = personsTold(finding);
    const [person, ...others] = persons ?? [];
    if (person !== undefined && others.length === 0 && !cases.has(person)) {
      const ofNobody = moved(finding, nobody);
      const key = JSON.stringify([ofNobody.rule, ofNobody.code, ofNobody.level, ofNobody.path]);
      if (!saidOfNobody.has(key)) ofReturn.push(ofNobody);
      saidOfNobody.add(key);
    } else if (person === undefined) {
      ofReturn.push(finding);
      if (persons === undefined && finding.path === undefined) placeless ??= finding;
    } else if (others.length > 0) {
      for (const one of [person, ...others]) if (!ofSeveral.has(one)) ofSeveral.set(one, finding);
    } else {
      const own = ofPerson.get(person);
      if (own) own.push(finding);
      else ofPerson.set(person, [finding]);
    }
  }
  const made = { ofPerson, ofReturn, ofSeveral, placeless };
  alreadySorted.set(findings, made);
  return made;
}

function moved({ path, person, anyPersonOf, ...rest }: ReportedFinding, to: number): ReportedFinding {
  return {
    ...rest,
    ...(path !== undefined && { path: path.replace(/^(\/Message\/Persons\/Person\[)\d+(?=\])/, `$1${to}`) }),
    ...(person !== undefined && { person: to }),
    ...(anyPersonOf !== undefined && { anyPersonOf: [to] }),
  };
}
