import type { Place, Remark, RemarkLog } from './format.js';

/** A log that counts remarks with the same text as one kind. */
export function remarkLog(): RemarkLog {
  const kinds = new Map<string, { count: number; place: Place | undefined }>();
  return {
    add: (text, place) => {
      const kind = kinds.get(text);
      if (kind) kind.count += 1;
      else kinds.set(text, { count: 1, place });
    },
    all: (): readonly Remark[] =>
      [...kinds].map(([text, { count, place }]) => ({ text, count, ...(place && { place }) })),
  };
}
