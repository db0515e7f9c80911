import type { Command } from '../command.js';
import { takesText } from '../options.js';

export interface DemoOptions {
  year: string;
}

/** `sen2kit demo`. */
export const demo: Command<DemoOptions> = {
  name: 'demo',
  describe: 'The main job in one go, on a temporary folder, in under a minute',
  examples: [['$0 demo', 'generate, break, put to two validators, judge']],
  options: (yargs) => yargs.option('year', { ...takesText, default: '2026', describe: 'Collection year' }),
  run: async (options) => (await import('../work/demo.js')).runDemo(options),
};
