export { Crew, type CrewOptions } from './crew.js';
export { inThreads, type ThreadWork } from './in-threads.js';
export { serve, type Served } from './serve.js';
export { ThreadError } from './thread-error.js';
