import { buildCases } from '../../../conformance/suite/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { loadXsd, requiredByRule, statedBySchema, xsdFor } from '../../../src/schema/index.js';
import { secondOpinion } from '../../second-opinion/index.js';

const second = secondOpinion();

/**
 * What a schema, or a library, cannot see in a file of a rule that a schema states:
 * - XML Schema itself allows the attributes of its instance namespace on every element;
 * - libxml2 takes a byte of Windows-1252 in a document that declares it, and stops reading at a NUL, in one version
 *   or the other;
 * - libxml2 reads a document that declares XML 1.1 as if it were 1.0; the kit refuses it before the library sees it,
 *   and the second opinion has no such layer.
 */
const beyondSchema = /^FILE-11\.(schema-location-on-|other-schema-location|xsi-)/;
const beyondLibraries = /^FILE-0[12]\.(xml-1-1|windows-1252-declared|nul-at-end)/;

describe.each(collectionYears)('the XSD of %i', (year) => {
  const xsd = xsdFor(year, requiredByRule(year));
  const states = statedBySchema(year);
  const cases = buildCases({ year, seed: '1', kit: 'test' });

  it('refuses every case of a rule that it states, and takes every valid one', async () => {
    const schema = await loadXsd(xsd);
    const wrong = cases.filter(({ case: one, expectation, file }) => {
      const isStated = !beyondSchema.test(one.id) && expectation.findings.some((finding) => states(finding.rule));
      return one.kind === 'valid' || isStated ? schema.validate(file).valid === isStated : false;
    });
    expect(wrong.map(({ case: one }) => one.id)).toEqual([]);
    schema.dispose();
  });

  if (second.available) {
    it('gets the same verdicts from another library, on every case that a schema can tell and on generated returns', async () => {
      const schema = await loadXsd(xsd);
      const opinion = second.about(xsd);
      const generated = ['202', '330', '886'].map((la) =>
        Buffer.from(returnToXml(generateReturn({ year, la, seed: 'opinion', persons: 200 }), year)),
      );
      const files = cases
        .filter(
          ({ case: one, expectation }) => one.kind === 'valid' || expectation.findings.some(({ rule }) => states(rule)),
        )
        .filter(({ case: one }) => !beyondLibraries.test(one.id))
        .map(({ case: one, file }) => ({ name: one.id, file }));
      const all = [...files, ...generated.map((file, i) => ({ name: `generated ${i}`, file }))];
      const differ = all.filter(({ file }) => schema.validate(file).valid !== opinion(file));
      expect(differ.map(({ name }) => name)).toEqual([]);
      expect(generated.map((file) => schema.validate(file).messages)).toEqual([[], [], []]);
      schema.dispose();
    }, 120_000);
  } else {
    // Under CI the test next door fails where the second opinion is not there.
    it.skip(`gets the same verdicts from another library (${second.reason})`, () => undefined);
  }
});
