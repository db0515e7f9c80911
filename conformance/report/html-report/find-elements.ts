/** Where an element stands in a text, as offsets. */
export interface ElementPlace {
  /** Of its `<`. */
  readonly start: number;
  /** Just after its start tag; after its end tag where it has one and no element is inside. */
  readonly end: number;
}

interface Open {
  readonly tag: string;
  readonly path: string;
  readonly start: number;
  hasChildren: boolean;
  readonly counts: Map<string, number>;
}

/**
 * Finds elements by their paths, and the elements around them, in one pass over the text. A case may be damaged on
 * purpose, so this reads whatever comes: an end tag that fits nothing is passed over, a tag without end goes to the
 * next.
 * @returns by path in the form that `normalSteps` gives, those that stand there
 */
export function findElements(text: string, paths: Iterable<string>): ReadonlyMap<string, ElementPlace> {
  const wanted = new Set<string>();
  let deepest = 0;
  for (const path of paths) {
    const steps = normalSteps(path);
    deepest = Math.max(deepest, steps.length);
    for (let count = 1; count <= steps.length; count += 1) wanted.add(pathOf(steps.slice(0, count)));
  }
  const found = new Map<string, ElementPlace>();
  const stack: Open[] = [{ tag: '', path: '', start: 0, hasChildren: false, counts: new Map() }];
  // Elements below those that are looked for are only counted: a hostile file may have millions, each in the last.
  let below = 0;
  for (const { name, kind, start, end } of tagsIn(text)) {
    const parent = stack.at(-1);
    if (!parent) break;
    if (kind === 'end') {
      if (below > 0) {
        below -= 1;
        continue;
      }
      const at = stack.findLastIndex((one, index) => index > 0 && one.tag === name);
      if (at < 0) continue;
      const [closed] = stack.splice(at);
      if (closed && wanted.has(closed.path) && !closed.hasChildren)
        found.set(closed.path, { start: closed.start, end });
      continue;
    }
    parent.hasChildren = true;
    if (stack.length > deepest) {
      if (kind === 'start') below += 1;
      continue;
    }
    const count = (parent.counts.get(name) ?? 0) + 1;
    parent.counts.set(name, count);
    const path = `${parent.path}/${name}[${count}]`;
    if (wanted.has(path)) found.set(path, { start, end });
    if (kind === 'start') stack.push({ tag: name, path, start, hasChildren: false, counts: new Map() });
  }
  return found;
}

/** The steps of a path, each with its position: `/Message/UPN` and `/Message[1]/UPN[1]` are the same. */
export function normalSteps(path: string): string[] {
  return path
    .split('/')
    .filter((step) => step !== '')
    .map((step) => (/\[\d+\]$/.test(step) ? normalTag(step) : `${normalTag(step)}[1]`));
}

/** The path of steps, as places are found by. */
export function pathOf(steps: readonly string[]): string {
  return steps.map((step) => `/${step}`).join('');
}

/** Without a prefix, and with the one spelling of SENSetting. */
function normalTag(tag: string): string {
  return tag.replace(/^[^:[\]]*:/, '').replace(/^SENsetting(?=$|\[)/, 'SENSetting');
}

interface Tag {
  readonly name: string;
  readonly kind: 'start' | 'end' | 'empty';
  readonly start: number;
  readonly end: number;
}

const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

function* tagsIn(text: string): Generator<Tag> {
  let at = text.indexOf('<');
  while (at >= 0) {
    const start = at;
    const over = skipped.find(([opening]) => text.startsWith(opening, start));
    if (over) {
      const [opening, closing] = over;
      const end = text.indexOf(closing, start + opening.length);
      if (end < 0) return;
      at = text.indexOf('<', end + closing.length);
      continue;
    }
    const next = text.indexOf('<', start + 1);
    const close = text.indexOf('>', start);
    const end = close < 0 || (next >= 0 && next < close) ? (next < 0 ? text.length : next) : close + 1;
    at = next;
    const name = nameAt(text, start);
    if (name === '') continue;
    const kind = text[start + 1] === '/' ? 'end' : text[end - 2] === '/' ? 'empty' : 'start';
    yield { name: normalTag(name), kind, start, end };
  }
}

const tagName = /<\/?([^\s/<>]{1,200})/y;

function nameAt(text: string, start: number): string {
  tagName.lastIndex = start;
  return tagName.exec(text)?.[1] ?? '';
}
