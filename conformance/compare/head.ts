import type { Results } from '../report/index.js';
import type { Side } from './comparison.js';

/** What a reader must know of results. */
export function sideOf({ header, cases, footer }: Results): Side {
  const { suite, validator, adapter, kit, started } = header;
  const { kind, name, version = null, granularity, levels } = validator;
  return {
    suite,
    validator: { kind, name, version, granularity, levels },
    adapter,
    kit,
    started,
    ended: footer?.ended ?? null,
    stopped: footer?.stopped ?? null,
    cases: cases.length,
  };
}

/** What must be known before anything is concluded, a line each, the gravest first. */
export function noticesOf(old: Results, current: Results): readonly string[] {
  const [a, b] = [old.header, current.header];
  const lines = [...endOf('OLD', old), ...endOf('NEW', current)];
  const tell = (isTold: boolean, line: string): void => {
    if (isTold) lines.push(line);
  };
  const isSameSuite = a.suite.digest === b.suite.digest;
  tell(
    a.suite.year !== b.suite.year,
    `The years differ, ${a.suite.year} and ${b.suite.year}: what the rules of the year account for is told apart.`,
  );
  tell(
    a.suite.year === b.suite.year && !isSameSuite,
    `The suites of ${a.suite.year} differ (${suiteInWords(a.suite)} and ${suiteInWords(b.suite)}): ` +
      'a case of the same id may be another file.',
  );
  const [from, to] = [a.validator, b.validator];
  tell(
    from.kind !== to.kind || from.name !== to.name,
    `The validators differ: ${from.name} and ${to.name}. If they are not two builds of one, this compares products.`,
  );
  tell(
    from.version !== to.version,
    `The versions of the validator differ: ${from.version ?? 'not told'} and ${to.version ?? 'not told'}.`,
  );
  tell(
    a.adapter !== b.adapter,
    `The adapters differ (${adapterInWords(a.adapter)} and ${adapterInWords(b.adapter)}): ` +
      'answers may be read in another way.',
  );
  tell(
    from.granularity !== to.granularity || from.levels !== to.levels,
    `They are not judged at the same: ${judgedAt(from)} and ${judgedAt(to)}.`,
  );
  tell(a.kit !== b.kit, `They were judged by different versions of sen2kit: ${a.kit} and ${b.kit}.`);
  return lines;
}

function endOf(which: string, { cases, footer }: Results): readonly string[] {
  if (!footer) return [`${which} was cut short after ${cases.length} cases: its run did not come to its end.`];
  return footer.stopped === null ? [] : [`${which} was stopped after ${cases.length} cases: ${footer.stopped}.`];
}

function suiteInWords({ digest, seed }: Side['suite']): string {
  return `${digest.slice(0, 12)}, seed ${seed}`;
}

function adapterInWords(adapter: string | null): string {
  return adapter === null ? 'none' : adapter.slice(0, 12);
}

function judgedAt({ granularity, levels }: Pick<Side['validator'], 'granularity' | 'levels'>): string {
  return `${granularity}${levels ? '' : ', without levels'}`;
}
