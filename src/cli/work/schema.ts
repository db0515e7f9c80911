import { writeOutput } from '../../../output/index.js';
import { requiredByRule, xsdFor } from '../../schema/index.js';
import type { SchemaOptions } from '../commands/schema.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { remarkIfProvisional } from '../remark.js';

/** Writes the XSD of a year. @throws UsageError, OutputError */
export async function writeSchema({ year: text, out }: SchemaOptions): Promise<ExitCode> {
  const year = readYear(text);
  remarkIfProvisional(year);
  await writeOutput(out, (sink) => {
    sink.write(xsdFor(year, requiredByRule(year)));
  });
  return exitCodes.conforms;
}
