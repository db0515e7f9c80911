/** Where two JSON values first differ and how, in one line. @param at where both stand; empty at the top */
export function firstDifference(stated: unknown, derived: unknown, at = ''): string {
  if (isContainer(stated) && isContainer(derived) && Array.isArray(stated) === Array.isArray(derived)) {
    const [a, b] = [new Map(Object.entries(stated)), new Map(Object.entries(derived))];
    for (const name of new Set([...a.keys(), ...b.keys()])) {
      const [one, other] = [a.get(name), b.get(name)];
      if (JSON.stringify(one) !== JSON.stringify(other)) {
        return firstDifference(one, other, at === '' ? name : `${at}.${name}`);
      }
    }
  }
  return `${at === '' ? '' : `${at}: `}stated ${inWords(stated)}, derived ${inWords(derived)}`;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function inWords(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
