import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Which layer may import which, lowest first: a layer may import those above it in this list and itself,
 * and of `src` only what is named. The same picture stands in the README.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/random': [],
  'src/threads': [],
  'src/return': ['src/model'],
  'src/reading': ['src/model', 'src/return'],
  'src/rules': ['src/model', 'src/return', 'src/reading'],
  'src/validate': ['src/model', 'src/threads', 'src/return', 'src/reading', 'src/rules'],
  'src/schema': ['src/model', 'src/rules'],
  output: ['src/model', 'src/return'],
  formats: ['src/model', 'src/return', 'src/reading', 'src/validate', 'output'],
  scenarios: ['src/model', 'src/random', 'src/return', 'src/rules', 'output'],
  generators: ['src/model', 'src/random', 'src/return', 'scenarios'],
  conformance: [
    'src/model',
    'src/random',
    'src/return',
    'src/reading',
    'src/rules',
    'src/validate',
    'output',
    'formats',
    'scenarios',
    'generators',
  ],
  'src/cli': [
    'src/model',
    'src/random',
    'src/threads',
    'src/return',
    'src/reading',
    'src/rules',
    'src/validate',
    'src/schema',
    'output',
    'formats',
    'scenarios',
    'generators',
    'conformance',
  ],
};

/** Folders inside a layer whose own order counts. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'scenarios/life': [],
  'scenarios/stories': ['scenarios/life'],
  'scenarios/breaks': ['scenarios/life', 'scenarios/stories'],
  'scenarios/variants': ['scenarios/life', 'scenarios/stories', 'scenarios/breaks'],
};

const root = resolve(process.cwd());

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`);
}

/** Every import of a file of ours by another, as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => {
    const target = relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join('/');
    return { file, from: layerOf(file), target };
  });
}

function layerOf(path: string): string {
  return Object.keys(layers).find((layer) => path.startsWith(`${layer}/`)) ?? `no layer: ${path}`;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

const files = ['src', 'output', 'formats', 'scenarios', 'generators', 'conformance'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

describe('the layers', () => {
  it('hold every source file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.map(layerOf).filter((layer) => layer.startsWith('no layer'))).toEqual([]);
  });

  it('import one way', () => {
    const wrong = imports.filter(({ from, target }) => {
      const to = layerOf(target);
      return to !== from && !(layers[from] ?? []).includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('have no circle', () => {
    const order = Object.keys(layers);
    const backwards = Object.entries(layers).flatMap(([layer, allowed]) =>
      allowed.filter((one) => order.indexOf(one) >= order.indexOf(layer)).map((one) => `${layer} may import ${one}`),
    );
    expect(backwards).toEqual([]);
  });

  it('are entered by their index alone', () => {
    const wrong = imports.filter(({ file, target }) => {
      const sameFolder = folderOf(file) === folderOf(target) || layerOf(file) === layerOf(target);
      return !sameFolder && !target.endsWith('/index.js');
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keep their own folders in order', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      return from in inside && to in inside && to !== from && !(inside[from] ?? []).includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keep the checks and the breaks apart: no break knows how a rule is checked', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('scenarios/') && /^src\/(validate|reading)\//.test(target),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
