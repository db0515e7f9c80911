import { serve } from '../../threads/index.js';
import { personWriter, type PersonTask } from './write-persons.js';

// The program of a thread that makes persons.
serve(() => {
  const write = personWriter();
  return (task: PersonTask) => {
    const bytes = write(task);
    return { result: bytes, transfer: [bytes.buffer] };
  };
});
