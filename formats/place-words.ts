import type { Place } from './format.js';

/** A place as it is told, such as `Blade-Export_12-02-2026_person.csv, row 5, column upn`. */
export function placeInWords(place: Place): string {
  switch (place.kind) {
    case 'line':
      return `line ${place.line}, column ${place.column}`;
    case 'row':
      return `${place.file}, row ${place.row}${place.column === undefined ? '' : `, column ${place.column}`}`;
    case 'cell':
      return `${place.sheet}!${place.cell}`;
  }
}
