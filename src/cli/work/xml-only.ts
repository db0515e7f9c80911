import { formatOf, loadFormat } from '../../../formats/index.js';
import { UsageError } from '../exit.js';

/** For commands that read XML alone. @throws UsageError where a name tells that a return is in another format */
export async function refuseOtherFormats(file: string): Promise<void> {
  const name = formatOf(file);
  if (name === undefined || name === 'xml') return;
  const { title } = await loadFormat(name);
  throw new UsageError(
    `${file}: is ${title} by its name, and this command reads XML; make that first: sen2kit convert ${file} return.xml`,
  );
}
