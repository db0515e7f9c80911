import { codesIn, splitType, yearModel, type ItemType, type YearItem } from '../../src/model/index.js';
import { childPath, FileFault, markOf, ReturnReader, XmlReader } from '../../src/reading/index.js';
import { ruleById } from '../../src/rules/index.js';
import type { Finding } from '../../src/validate/index.js';
import type { BuiltCase } from '../suite/index.js';
import type { Adversary, Exam } from './adversary.js';

/** A value that is right, and that a wrong validator has something against. */
interface Refusal {
  readonly operator: string;
  readonly description: string;
  readonly refuses: (value: string) => boolean;
}

/** What validators are likely to have against values of a pattern. */
const ofType: Partial<Readonly<Record<ItemType, readonly Refusal[]>>> = {
  'digits:3': [
    { operator: 'no-zeros', description: 'takes 000 for no number', refuses: (value) => value === '000' },
    { operator: 'below-999', description: 'takes 999 for too large', refuses: (value) => value === '999' },
  ],
  postcode: [
    { operator: 'asks-for-a-space', description: 'asks for a space', refuses: (value) => !value.includes(' ') },
    {
      operator: 'no-letter-after-digit',
      description: 'knows no letter before the space but those at the beginning',
      refuses: (value) => /^[A-Z]+[0-9][A-Z]/.test(value),
    },
    {
      operator: 'two-letters',
      description: 'asks for two letters at the beginning',
      refuses: (value) => /^[A-Z][0-9]/.test(value),
    },
  ],
  urn: [
    { operator: 'six-digits', description: 'asks for six digits', refuses: (value) => value.length === 5 },
    { operator: 'five-digits', description: 'asks for five digits', refuses: (value) => value.length === 6 },
    { operator: 'above-10000', description: 'begins above 10000', refuses: (value) => value === '10000' },
    { operator: 'below-999999', description: 'ends below 999999', refuses: (value) => value === '999999' },
  ],
  ukprn: [
    {
      operator: 'begins-with-1',
      description: 'asks for a 1 at the beginning',
      refuses: (value) => !value.startsWith('1'),
    },
    { operator: 'above-10000000', description: 'begins above 10000000', refuses: (value) => value === '10000000' },
  ],
  dateTime: [
    {
      operator: 'no-leap-day',
      description: 'knows no 29 February',
      refuses: (value) => value.slice(4, 10) === '-02-29',
    },
    {
      operator: 'no-last-second',
      description: 'takes 59 seconds for too many',
      refuses: (value) => value.endsWith(':59'),
    },
  ],
};

/** Lists of which a suite has the first and last codes alone. */
const sampledLists: ReadonlySet<string> = new Set(['la', 'laOrUnknown']);

function refusalsOf({ node: { type } }: YearItem, year: number): readonly Refusal[] {
  if (!type.startsWith('code:')) return ofType[type] ?? [];
  const [, list] = splitType(type as `code:${string}`);
  const codes = [...codesIn(list, year).keys()];
  const asked = sampledLists.has(list) ? [codes[0], codes.at(-1)].filter((code) => code !== undefined) : codes;
  return asked.map((code) => ({
    operator: `unknown-code-${code.toLowerCase()}`,
    description: `does not know the code ${code}`,
    refuses: (value) => value === code,
  }));
}

/** Wrong validators that refuse right values of an item: each fires on a near miss of its VAL rule. */
export function refusingAdversaries(rule: string, year: number): readonly Adversary[] {
  const [, parent = '', tag = ''] = /^VAL-(\w+)\.(\w+)$/.exec(rule) ?? [];
  const item = parent === '' ? undefined : yearModel(year).item(parent, tag);
  if (!item) return [];
  return refusalsOf(item, year).map(({ operator, description, refuses }) => ({
    rule,
    operator,
    description,
    answer: (one, exam) => [
      ...exam.findings(one),
      ...valuesIn(one, exam)
        .filter((found) => found.parent === parent && found.tag === tag && refuses(found.value))
        .map(({ path }): Finding => ({
          rule,
          level: ruleById(rule)?.level ?? 'error',
          path,
          line: 1,
          column: 1,
          items: [tag],
          message: '',
        })),
    ],
  }));
}

interface Found {
  readonly parent: string;
  readonly tag: string;
  readonly path: string;
  readonly value: string;
}

/** The values in a case that stand there and are not empty; none where it cannot be read. */
function valuesIn(one: BuiltCase, exam: Exam): readonly Found[] {
  return exam.once(`values ${one.case.id}`, () => {
    const found: Found[] = [];
    const take = (record: object): void => {
      const mark = markOf(record);
      for (const [tag, held] of Object.entries(record) as [string, unknown][]) {
        if (typeof held === 'string' && held !== '')
          found.push({ parent: mark.group.tag, tag, path: childPath(mark, tag), value: held });
        else for (const child of [held].flat()) if (typeof child === 'object' && child !== null) take(child);
      }
    };
    const reader = new XmlReader(new ReturnReader(yearModel(exam.year), { header: take, person: take }));
    try {
      reader.write(one.file);
      reader.end();
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
    }
    return found;
  });
}
