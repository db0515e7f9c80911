import type { InForce } from '../../src/model/index.js';
import type { Alike } from './alike.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';

/** A near miss. The change gives the place where the rule nearly fires. */
export function nearMiss(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  near: (draft: Draft) => string,
  years: InForce = {},
): NearMiss {
  return { rule, name, summary, parent, ...years, near };
}

/** Near misses of one rule that make the same change to different parents. */
export function nearAlike(
  rule: string,
  near: (draft: Draft) => string,
  cases: readonly Alike[],
  years: InForce = {},
): readonly NearMiss[] {
  return cases.map(([name, parent, summary]) => nearMiss(rule, name, parent, summary, near, years));
}

/** A near miss in what records cannot hold. @throws RangeError when written, where the change changes nothing */
export function nearText(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  change: (xml: string, draft: Draft) => { readonly at: string; readonly file: string },
  years: InForce = {},
): NearMiss {
  return {
    rule,
    name,
    summary,
    parent,
    ...years,
    write: (xml, draft) => {
      const { at, file } = change(xml, draft);
      if (file === xml) throw new RangeError(`the near miss ${rule}.${name} changes nothing`);
      return { at, file: Buffer.from(file, 'utf8') };
    },
  };
}
