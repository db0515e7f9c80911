export { GiasError, giasRegister } from './gias-register.js';
export { madeUpRegister } from './made-up.js';
export type { Register, RegisterEntry, RegisterKind } from './register.js';
