export { GiasError, giasRegister, readGias, registerRows } from './gias.js';
export { madeUpRegister } from './made-up.js';
export type { Register, RegisterEntry, RegisterKind } from './register.js';
