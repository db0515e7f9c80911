export { buildPack, type CasePack, type PackKey, type PackStory } from './build-pack.js';
