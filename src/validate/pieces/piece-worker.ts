import { serve } from '../../threads/index.js';
import { checkPiece, type PieceContext, type PieceTask } from './check-piece.js';

// The program of a thread that looks at the persons of a return.
serve((context: PieceContext) => (task: PieceTask) => {
  const result = checkPiece(context, task);
  return { result, transfer: result?.tally.hashes.map(({ buffer }) => buffer) ?? [] };
});
