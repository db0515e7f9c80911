export { buildPack, type CasePack, type PackKey, type PackStory } from './build-pack.js';
export { packFiles, writePack, type PackManifest } from './pack-files.js';
export { personsOfSheet } from './read-sheet.js';
export { sheetHtml } from './sheet-html.js';
export { sheetRows } from './sheet-rows.js';
export { sheetOf, type CaseSheet, type SheetFact, type SheetPerson, type SheetStep } from './sheet.js';
