import { takesProgress, takesSelect, takesText } from './options.js';

/** What the commands that judge have in common, as yargs parses it. */
export interface JudgingOptions {
  suite: string;
  adapter: string | undefined;
  crosswalk: string | undefined;
  select: string[] | undefined;
  'fail-fast': boolean;
  report: string[];
  'all-rules': boolean;
  'known-failing': string | undefined;
  'known-flaky': string | undefined;
  'write-known-failing': string | undefined;
  progress: boolean;
}

/** The same for yargs. */
export const takesJudging = {
  adapter: { ...takesText, describe: 'Adapter file that says how to read the answers' },
  crosswalk: {
    ...takesText,
    describe:
      'CSV of DfE codes (rule,dfeCode,year,level?,note?): reports show them, they count as their rules, and its levels are expected',
  },
  select: takesSelect,
  'fail-fast': {
    type: 'boolean',
    default: false,
    describe: 'Stop at the first case that counts against the validator',
  },
  report: {
    ...takesText,
    array: true,
    default: [] as string[],
    describe: 'KIND=FILE; kinds: console, ndjson, json, junit, sarif, markdown, html',
  },
  'all-rules': {
    type: 'boolean',
    default: false,
    describe: 'Every rule in the table on the console, not just the worst',
  },
  'known-failing': {
    ...takesText,
    describe: 'List of cases that are known to fail; an entry that passes, has ended or fits nothing fails the run',
  },
  'known-flaky': {
    ...takesText,
    describe: 'List of cases that are put again, up to so many times, before they count',
  },
  'write-known-failing': {
    ...takesText,
    describe: 'File to write a list of what failed to, for --known-failing',
  },
  progress: takesProgress,
} as const;
