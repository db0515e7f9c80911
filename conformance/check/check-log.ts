import type { Finding, Validation } from '../../src/validate/index.js';
import type { CheckCounts, CheckedDifference, CheckedFinding, WaivedBy } from './check-document.js';
import type { Compared } from './compare-returns.js';
import { upnEnding, type Difference, type PersonAt } from './difference.js';
import type { OpenWaivers, Waiver } from './waivers.js';
import { differenceInWords } from './words.js';

export interface CheckLogOptions {
  readonly waivers: OpenWaivers;
  /** Whether values may stand in what is told. */
  readonly showValues: boolean;
  /** How many differences are listed; all are counted. */
  readonly atMost: number;
}

/** Takes what a check tells: holds it against the waivers, counts all and lists the first. */
export class CheckLog {
  readonly #differences: CheckedDifference[] = [];
  readonly #findings: CheckedFinding[] = [];
  readonly #differing = new Map<number, number>();
  #differenceCount = 0;
  #waivedDifferences = 0;
  #waivedErrors = 0;
  #errors = 0;
  #queries = 0;

  constructor(private readonly options: CheckLogOptions) {}

  difference(difference: Difference): void {
    const names = namesOf(difference);
    const waiver = this.options.waivers.of(names);
    this.#differenceCount += 1;
    if (waiver) this.#waivedDifferences += 1;
    const position = difference.person?.expected;
    if (!waiver && position != null) this.#differing.set(position, (this.#differing.get(position) ?? 0) + 1);
    if (this.#differences.length >= this.options.atMost) return;
    const { showValues } = this.options;
    const { kind, of, tag, expectedPath, exportPath, person, expected, actual } = difference;
    this.#differences.push({
      text: differenceInWords(difference, showValues),
      kind,
      of,
      tag,
      expectedPath,
      exportPath,
      select: names[0] ?? '',
      person,
      ...(showValues && expected !== undefined && { expected }),
      ...(showValues && actual !== undefined && { actual }),
      ...(waiver && { waived: waivedBy(waiver) }),
    });
  }

  /**
   * Takes the findings of the rules. Those that are counted and not listed cannot be waived.
   * @param compared which person is which, where something was expected @param stories by position in what is expected
   */
  findings({ findings, summary }: Validation, compared: Compared | null, stories: ReadonlyMap<number, string>): void {
    this.#errors += summary.errors;
    this.#queries += summary.queries;
    for (const finding of findings) {
      const person = personOfFinding(finding, compared, stories);
      const names = namesOfFinding(finding.rule, person, compared !== null);
      const waiver = this.options.waivers.of(names);
      if (waiver && finding.level === 'error') this.#waivedErrors += 1;
      const { rule, level, message, path, line, column, value, persons } = finding;
      this.#findings.push({
        rule,
        level,
        message,
        path,
        line,
        column,
        select: names.at(-1) ?? rule,
        person,
        ...(persons && { persons: persons.map(({ index }) => index) }),
        ...(this.options.showValues && value !== undefined && { value }),
        ...(waiver && { waived: waivedBy(waiver) }),
      });
    }
  }

  get differences(): readonly CheckedDifference[] {
    return this.#differences;
  }

  get listedFindings(): readonly CheckedFinding[] {
    return this.#findings;
  }

  /** How many differences that count there are, by the position of the expected person. */
  get differing(): ReadonlyMap<number, number> {
    return this.#differing;
  }

  counts(): CheckCounts {
    return {
      differences: this.#differenceCount,
      waivedDifferences: this.#waivedDifferences,
      errors: this.#errors,
      waivedErrors: this.#waivedErrors,
      queries: this.#queries,
    };
  }
}

function waivedBy({ owner, reason, until }: Waiver): WaivedBy {
  return { owner, reason, until };
}

/** What a waiver may select a difference by: its place, the same without positions, and both by its story. */
function namesOf({ expectedPath, person }: Difference): readonly string[] {
  const place = expectedPath.replace(/^\/Message\/(?:Persons\/)?/, '');
  const story = person?.story ?? null;
  const places = [place, ...(story === null ? [] : [place.replace(/^Person\[\d+\]/, () => story)])];
  return [...places, ...places.map((one) => one.replace(/\[[\d+]+\]/g, ''))];
}

/** The last of them is the one that says most. */
function namesOfFinding(rule: string, person: PersonAt | null, isCompared: boolean): readonly string[] {
  if (!person) return [rule];
  // Where nothing is expected, positions are those of the export.
  const position = isCompared ? (person.expected ?? '+') : (person.actual ?? '+');
  return [rule, ...(person.story === null ? [] : [`${rule}@${person.story}`]), `${rule}@Person[${position}]`];
}

function personOfFinding(
  { person }: Finding,
  compared: Compared | null,
  stories: ReadonlyMap<number, string>,
): PersonAt | null {
  if (!person) return null;
  const expected = compared?.expectedOf.get(person.index) ?? null;
  const story = expected === null ? null : (stories.get(expected) ?? null);
  return { expected, actual: person.index, upnEnding: upnEnding(person.upn), story };
}
