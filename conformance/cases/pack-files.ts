import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { algorithmVersion } from '../../generators/index.js';
import { returnToXml } from '../../output/index.js';
import { collectionYear } from '../../src/model/index.js';
import type { FeatureId } from '../exercise/index.js';
import { toCsv } from '../shape/index.js';
import { sha256, suiteDigest } from '../suite/index.js';
import type { CasePack, PackKey, PackStory } from './build-pack.js';
import { sheetHtml } from './sheet-html.js';
import { sheetRows } from './sheet-rows.js';
import { sheetOf } from './sheet.js';

/** `pack.json`: what case-pack.v1.schema.json describes. */
export interface PackManifest extends PackKey {
  readonly format: 1;
  readonly kit: string;
  readonly algorithm: number;
  /** Why the year is not final; null where it is. */
  readonly provisional: string | null;
  readonly stories: readonly PackStory[];
  /** What the header exercises, or the persons together only. */
  readonly together: readonly FeatureId[];
  /** What the pack does not exercise, though a return of another LA can. */
  readonly missing: readonly FeatureId[];
  /** What no return can exercise, with the reason. */
  readonly cannot: readonly { readonly id: FeatureId; readonly why: string }[];
  /** Over every other file of the pack: see `suiteDigest`. */
  readonly sha256: string;
}

/** The files of a case pack by name. */
export function packFiles(pack: CasePack, kit: string): ReadonlyMap<string, string> {
  const sheet = sheetOf(pack, kit);
  const files = new Map([
    ['return.xml', returnToXml(pack.ret, pack.year)],
    ['sheet.csv', toCsv(sheetRows(sheet))],
    ['sheet.html', sheetHtml(sheet)],
    ['sheet.json', toJson(sheet)],
  ]);
  return new Map([...files, ['pack.json', toJson(manifestOf(pack, kit, files))]]);
}

/** Writes a case pack into an empty folder. */
export function writePack(folder: string, pack: CasePack, kit: string): PackManifest {
  const files = packFiles(pack, kit);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return manifestOf(pack, kit, files);
}

function manifestOf(pack: CasePack, kit: string, files: ReadonlyMap<string, string>): PackManifest {
  const { year, la, seed, stories, together, missing, cannot } = pack;
  const others = [...files].filter(([name]) => name !== 'pack.json');
  return {
    format: 1,
    kit,
    algorithm: algorithmVersion,
    year,
    provisional: collectionYear(year).provisional ?? null,
    la,
    seed,
    stories,
    together,
    missing: missing.map(({ id }) => id),
    cannot: cannot.map(({ id, cannot: why = '' }) => ({ id, why })),
    sha256: suiteDigest(others.map(([name, content]) => ({ name, sha256: sha256(content) }))),
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
