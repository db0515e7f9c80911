import type { Command } from '../command.js';
import { takesText, takesYear } from '../options.js';

export interface SchemaOptions {
  year: string;
  out: string;
}

/** `sen2kit schema`. */
export const schema: Command<SchemaOptions> = {
  name: 'schema',
  describe: 'Write the XSD of a collection year',
  examples: [['$0 schema --year 2025 --out sen2-2025.xsd', 'the XSD of 2025']],
  options: (yargs) =>
    yargs
      .option('year', takesYear)
      .option('out', { ...takesText, default: '-', describe: 'File to write; - for standard output' }),
  run: async (options) => (await import('../work/schema.js')).writeSchema(options),
};
