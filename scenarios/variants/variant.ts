import type { InForce } from '../../src/model/index.js';
import type { Draft } from '../breaks/index.js';

/** A valid return written in another way, or with unusual values: no rule may fire. */
export interface Variant extends InForce {
  /** Kebab-case; with `valid.` before it the id of the case for ever, so no story or crowd has the same name. */
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  /** Name of the parent: a story. */
  readonly parent: string;
  /** Whoever reads the file gets the same elements and values as from the parent, but for white space in containers. */
  readonly readsTheSame: boolean;
  /** The file, from the parent as it is written and as records, which may be changed. */
  readonly write: (xml: string, draft: Draft) => Uint8Array;
}

/** The parent of the variants, where one does not need another: it has every container. */
export const usualParent = 'issued-on-time';

/** A variant made by a change of the text. @throws RangeError when written, where the change changes nothing */
export function textVariant(
  name: string,
  summary: string,
  change: (xml: string, draft: Draft) => string,
  { parent = usualParent, readsTheSame = true }: { readonly parent?: string; readonly readsTheSame?: boolean } = {},
): Variant {
  return {
    name,
    summary,
    parent,
    readsTheSame,
    write: (xml, draft) => {
      const changed = change(xml, draft);
      if (changed === xml) throw new RangeError(`the variant ${name} changes nothing`);
      return Buffer.from(changed, 'utf8');
    },
  };
}
