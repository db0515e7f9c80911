import { writeOutput } from '../../../output/index.js';
import { requiredByRule, xsdFor } from '../../schema/index.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit.js';
import { readYear } from '../options.js';

interface SchemaOptions {
  year: string;
  out: string;
}

/** `sen2kit schema`. */
export const schema: Command<SchemaOptions> = {
  name: 'schema',
  describe: 'Write the XSD of a collection year',
  options: (yargs) =>
    yargs
      .option('year', { type: 'string', demandOption: true, describe: 'Collection year' })
      .option('out', { type: 'string', default: '-', describe: 'File to write; - for standard output' })
      .example('$0 schema --year 2025 --out sen2-2025.xsd', 'the XSD of 2025'),
  run: async ({ year: text, out }) => {
    const year = readYear(text);
    await writeOutput(out, (sink) => {
      sink.write(xsdFor(year, requiredByRule(year)));
    });
    return exitCodes.conforms;
  },
};
