import { yearModel } from '../model/index.js';
import type { ReturnHandler, StructureFinding } from '../reading/index.js';
import type { Header, Person } from '../return/index.js';
import { compiledRules, type Alteration } from './compiled-rules.js';
import { entryOf } from './entry.js';
import type { PersonRef } from './finding.js';
import { FindingLog } from './finding-log.js';
import { copy } from './quoted.js';
import { ReturnChecks } from './return-checks.js';
import { personRef, RuleEngine } from './rule-engine.js';

/** How the path of everything in a person begins. */
export const personPath = '/Message/Persons/Person[';

/** Puts what is read of a return to the rules of a collection year, and keeps what the rules over all persons need. */
export class RecordChecks implements ReturnHandler {
  readonly log: FindingLog;
  readonly overall: ReturnChecks;
  /** How many persons there have been. */
  persons = 0;
  readonly #engine: RuleEngine;
  /** Findings on the shape of a person wait until it is known who the person is. */
  #waiting: StructureFinding[] = [];

  /**
   * @param la LEA of the header as given
   * @param limit how many findings are listed
   */
  constructor(
    year: number,
    la: string | undefined,
    private readonly limit: number,
    alteration?: Alteration,
  ) {
    const isLa = yearModel(year)
      .item('Source', 'LEA')
      ?.accepts(la ?? '');
    const rules = compiledRules(year, alteration);
    this.log = new FindingLog(limit);
    this.overall = new ReturnChecks(rules);
    this.#engine = new RuleEngine(rules, isLa === true ? la : undefined, this.log);
  }

  header(header: Header): void {
    this.#engine.header(header);
  }

  person(person: Person, index: number): void {
    this.persons = index;
    const who = this.#waiting.length > 0 ? personRef(person, index) : undefined;
    for (const finding of this.#waiting) this.#tell(finding, who);
    this.#waiting = [];
    this.#engine.person(person, index);
    this.overall.person(person, index);
  }

  structure(finding: StructureFinding): void {
    if (!finding.path.startsWith(personPath)) this.#tell(finding);
    else if (this.#waiting.length < this.limit) this.#waiting.push(finding);
    // Those that wait already fill the list.
    else this.log.count(finding.rule, entryOf(finding.rule).level);
  }

  #tell({ rule, path, line, column, tag }: StructureFinding, person?: PersonRef): void {
    const { level, message } = entryOf(rule);
    const who = person ? { person } : {};
    this.log.add(rule, level, () => ({
      rule,
      level,
      path: copy(path),
      line,
      column,
      ...who,
      items: [copy(tag)],
      message,
    }));
  }
}
