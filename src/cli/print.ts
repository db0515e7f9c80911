import { writeOutput } from '../../output/index.js';
import { isReaderGone } from './exit.js';

/** Prints to standard output. A reader that has gone away, such as `head`, has read enough. @throws OutputError */
export async function print(text: string): Promise<void> {
  try {
    await writeOutput('-', (sink) => {
      sink.write(text);
    });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
}
