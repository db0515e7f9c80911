import { collectionYears } from '../../../src/model/index.js';
import { loadXsd, xsdFor } from '../../../src/schema/index.js';
import { secondOpinion } from '../../second-opinion/index.js';
import { trials } from './documents.js';

const second = secondOpinion();
/** Milliseconds. It compiles the schema anew for each document. */
const patience = 120_000;

describe('a second XML Schema validator', () => {
  if (second.available) {
    it.each(collectionYears)(
      'agrees on every trial of %i',
      async (year) => {
        const xsd = xsdFor(year);
        const schema = await loadXsd(xsd);
        const opinion = second.about(xsd);
        const differing = trials(year).filter(({ xml }) => {
          const bytes = Buffer.from(xml);
          return schema.validate(bytes).valid !== opinion(bytes);
        });
        expect(differing.map(({ name }) => name)).toEqual([]);
        schema.dispose();
      },
      patience,
    );
  } else if (process.env['CI'] === 'true') {
    it('is there, as CI insists', () => {
      throw new Error(second.reason);
    });
  } else {
    it.skip(`agrees on every trial (not there: ${second.reason})`, () => undefined);
  }
});
