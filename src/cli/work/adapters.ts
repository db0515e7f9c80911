import { adapterReader, outputMismatch, readAdapter, type Adapter } from '../../../conformance/adapt/index.js';
import { kitReader, parseValidatorSpec, type AnswerReader } from '../../../conformance/run/index.js';
import { UsageError } from '../exit.js';

/** How answers are read. */
export interface ReaderSetup {
  readonly reader: AnswerReader;
  /** Undefined where no adapter was named. */
  readonly adapter: Adapter | undefined;
}

/** The reader that `--adapter` names, or that of the kit's own JSON. @throws AdapterError, UnreadableFileError */
export async function readerFor(options: { readonly adapter: string | undefined }): Promise<ReaderSetup> {
  if (options.adapter === undefined) return { reader: kitReader, adapter: undefined };
  const adapter = await readAdapter(options.adapter);
  return { reader: adapterReader(adapter), adapter };
}

/** @throws UsageError where an adapter reads what the validator does not give */
export function checkFit(adapter: Adapter | undefined, validator: string): void {
  if (!adapter) return;
  const spec = parseValidatorSpec(validator);
  if (spec.kind === 'reference' || spec.kind === 'xsd') {
    throw new UsageError(`--adapter: ${spec.kind} needs none; leave it out`);
  }
  const mismatch = spec.kind === 'cmd' ? outputMismatch(adapter, spec.template.hasOut) : undefined;
  if (mismatch !== undefined) throw new UsageError(`--adapter: ${mismatch}`);
}
