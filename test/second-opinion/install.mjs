// Installs the second opinion (libxmljs2) where it is not there yet. A machine that cannot build it goes without: the
// tests that need it say why they are skipped. Only CI (CI=true) insists on it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** A native build on a slow machine takes a minute or two; a registry that never answers should not take much longer. */
const timeLimit = 5 * 60 * 1000;

let fault = load();
if (fault !== undefined) fault = install() ?? load();

const outcome = fault === undefined ? { available: true } : { available: false, reason: fault };
writeFileSync(join(here, 'outcome.json'), `${JSON.stringify(outcome)}\n`);
console.log(`second opinion (libxmljs2): ${fault === undefined ? 'ready' : `not there: ${fault}`}`);
if (fault !== undefined && process.env.CI === 'true') process.exitCode = 1;

/** Why it cannot be used, or undefined where it can. Tried in another process: what is installed anew is found only there. */
function load() {
  const script = "require('libxmljs2').parseXml('<a/>')";
  const run = spawnSync(process.execPath, ['-e', script], { cwd: here, encoding: 'utf8' });
  return run.status === 0 ? undefined : reasonIn(run, 'it cannot be loaded');
}

/** Why it could not be installed, or undefined where it was. */
function install() {
  const options = ['ci', '--prefix', here, '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-timeout=60000'];
  const cli = process.env.npm_execpath;
  // A run by npm names the npm to use; elsewhere it is the one on the path.
  const [command, args] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli, ...options]] : ['npm', options];
  const run = spawnSync(command, args, {
    cwd: here,
    encoding: 'utf8',
    timeout: timeLimit,
    shell: process.platform === 'win32' && command === 'npm',
  });
  return run.status === 0 ? undefined : reasonIn(run, 'npm ci failed');
}

/** One line on what went wrong. */
function reasonIn({ error, signal, stderr }, fallback) {
  if (error) return error.code === 'ETIMEDOUT' ? 'npm ci took too long' : `${fallback}: ${error.message}`;
  if (signal) return `${fallback}: ended by ${signal}`;
  const lines = (stderr ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'))
    .map((line) => line.replace(/^npm error /, '').trim());
  // What a compiler or the loader said tells more than what npm makes of it; npm gives codes before sentences.
  const told =
    lines.find((line) => /^gyp ERR! stack \w*Error: |^Error: /.test(line)) ??
    lines.find((line) => /(\S+ ){3}/.test(line));
  return told ? `${fallback}: ${told.slice(0, 300)}` : fallback;
}
