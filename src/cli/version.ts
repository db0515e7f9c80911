import { readFileSync } from 'node:fs';

/** The version of this kit, as in its package.json. */
export const kitVersion: string = (() => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
})();
