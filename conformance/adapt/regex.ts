import { reasonOf } from '../shape/index.js';
import { withinTime } from './within-time.js';

/** A regular expression of an adapter, compiled, and the groups that it has. */
export interface AdapterRegex {
  readonly regex: RegExp;
  /** Groups that are numbered, named ones among them. */
  readonly groups: number;
  readonly names: readonly string[];
}

/** The expression, or why it is none. */
export function compileRegex(pattern: string, flags = ''): AdapterRegex | string {
  try {
    const regex = new RegExp(pattern, flags);
    // An alternative that always fits tells the groups of the others.
    const all = new RegExp(`${pattern}|`, flags);
    const match = withinTime('the expression', () => all.exec(''));
    const names = Object.keys(match?.groups ?? {});
    return { regex, groups: (match?.length ?? 1) - 1, names };
  } catch (error) {
    return reasonOf(error).replace(/^Invalid regular expression: /, '');
  }
}
