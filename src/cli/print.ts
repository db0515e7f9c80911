import { writeOutput } from '../../output/index.js';
import { isReaderGone } from './exit.js';

/** Prints to standard output, a text or its pieces. A reader that has gone away, such as `head`, has read enough. @throws OutputError */
export async function print(text: string | Iterable<string>): Promise<void> {
  try {
    await writeOutput('-', (sink) => {
      for (const piece of typeof text === 'string' ? [text] : text) sink.write(piece);
    });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
}
