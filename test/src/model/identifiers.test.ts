import fc from 'fast-check';
import {
  hasUlnCheckDigit,
  hasUlnShape,
  makeUpn,
  ulnCheckDigit,
  upnAlphabet,
  upnCheckLetter,
  upnFaults,
  upnLaCodes,
} from '../../../src/model/index.js';

const characters = (text: string): string[] => text.split('');
const letters = characters(upnAlphabet);

/** The names of what is wrong with a UPN. */
function faultsOf(upn: string): string[] {
  return Object.entries(upnFaults)
    .filter(([, isFault]) => isFault(upn))
    .map(([name]) => name);
}

const tenDigits = characters('0123456789');
const digit = fc.constantFrom(...tenDigits);
const digits = (count: number): fc.Arbitrary<string> => fc.string({ unit: digit, minLength: count, maxLength: count });
const la = fc.constantFrom(...upnLaCodes);
const permanent = fc.tuple(la, digits(9)).map(([code, rest]) => makeUpn(code + rest));
const temporary = fc
  .tuple(la, digits(8), fc.constantFrom(...letters))
  .map(([code, rest, letter]) => makeUpn(code + rest + letter));

const put = (text: string, at: number, character: string): string => text.slice(0, at) + character + text.slice(at + 1);

describe('a UPN', () => {
  it.each(['B801200005001', 'P207000016049'])('%s is valid', (upn) => {
    expect(faultsOf(upn)).toEqual([]);
    expect(makeUpn(upn.slice(1))).toBe(upn);
  });

  it('has a check letter from an alphabet without I, O and S', () => {
    expect(upnAlphabet).toBe(
      characters('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
        .filter((letter) => !'IOS'.includes(letter))
        .join(''),
    );
    expect(upnAlphabet).toHaveLength(23);
  });

  it('is valid as made, permanent or temporary', () => {
    fc.assert(
      fc.property(fc.oneof(permanent, temporary), (upn) => {
        expect(faultsOf(upn)).toEqual([]);
      }),
    );
  });

  it('counts the last letter of a temporary one as its place in the alphabet', () => {
    // 2*2 + 0*3 + 2*4 = 12, and 13 times the place of the letter.
    for (const [place, letter] of letters.entries())
      expect(upnCheckLetter(`20200000000${letter}`)).toBe(upnAlphabet.charAt((12 + 13 * place) % 23));
  });

  it('keeps its check letter through no change of a single character', () => {
    fc.assert(
      fc.property(fc.oneof(permanent, temporary), (upn) => {
        for (let at = 1; at < 13; at++) {
          const isLetter = upnAlphabet.includes(upn.charAt(at));
          for (const other of isLetter ? letters : tenDigits) {
            const changed = put(upn, at, other);
            expect([changed, upnFaults.checkLetter(changed)]).toEqual([changed, changed !== upn]);
          }
        }
        for (const letter of upnAlphabet)
          expect(upnFaults.checkLetter(put(upn, 0, letter))).toBe(letter !== upn.charAt(0));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its check letter through no swap of two neighbours', () => {
    fc.assert(
      fc.property(permanent, (upn) => {
        for (let at = 1; at < 12; at++) {
          const [a, b] = [upn.charAt(at), upn.charAt(at + 1)];
          expect(upnFaults.checkLetter(put(put(upn, at, b), at + 1, a))).toBe(a !== b);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, string[]]>([
    ['A801200005001', ['checkLetter']],
    ['B80120000500', ['shape', 'lastCharacter', 'checkLetter']],
    ['B8012000050011', ['shape', 'checkLetter']],
    ['I801200005001', ['shape', 'checkLetter']],
    ['b801200005001', ['shape', 'checkLetter']],
    ['1801200005001', ['shape', 'checkLetter']],
    ['B801200005001\n', ['shape', 'checkLetter']],
    [' B801200005001', ['shape', 'digits', 'checkLetter']],
    ['', ['shape', 'digits', 'lastCharacter', 'checkLetter']],
  ])('%j is faulty: %j', (upn, faults) => {
    expect(faultsOf(upn)).toEqual(faults);
  });

  it('has one fault where one thing is wrong', () => {
    expect(faultsOf(makeUpn('999200005001'))).toEqual(['localAuthority']);
    expect(faultsOf(makeUpn('80120000500I'))).toEqual(['lastCharacter']);
    expect(upnFaults.digits('B80120X005001')).toBe(true);
    expect(upnFaults.localAuthority('BXX1200005001')).toBe(false);
  });

  it('may carry a former LA, and no number outside the list', () => {
    for (const code of ['001', '201', '202', '420', '820', '909', '940', '943'])
      expect(upnLaCodes.has(code)).toBe(true);
    for (const code of ['000', '006', '200', '214', '321', '421', '939', '944', '999'])
      expect(upnLaCodes.has(code)).toBe(false);
    expect([...upnLaCodes].filter((code) => !/^\d{3}$/.test(code))).toEqual([]);
  });
});

describe('a ULN', () => {
  const isValid = (uln: string): boolean => hasUlnShape(uln) && hasUlnCheckDigit(uln);

  it.each(['9276308686', '1000000043'])('%s is valid', (uln) => {
    expect(isValid(uln)).toBe(true);
  });

  it.each(['1000000042', '1000000063'])('%s has the wrong check digit', (uln) => {
    expect([hasUlnShape(uln), hasUlnCheckDigit(uln)]).toEqual([true, false]);
  });

  it.each(['0276308686', '927630868', '92763086860', '927630868X', '9276308686\n', ' 9276308686', '９276308686', ''])(
    '%j has not its shape',
    (uln) => {
      expect(hasUlnShape(uln)).toBe(false);
    },
  );

  const firstNine = fc.tuple(fc.constantFrom(...tenDigits.slice(1)), digits(8)).map((parts) => parts.join(''));

  it('has one check digit, or none where the remainder is 0', () => {
    fc.assert(
      fc.property(firstNine, (nine) => {
        const remainder = characters(nine).reduce((sum, one, at) => sum + Number(one) * (10 - at), 0) % 11;
        const valid = tenDigits.filter((last) => hasUlnCheckDigit(nine + last));
        expect(valid).toEqual(remainder === 0 ? [] : [String(10 - remainder)]);
        expect(ulnCheckDigit(nine)).toBe(remainder === 0 ? undefined : 10 - remainder);
      }),
      { numRuns: 1000 },
    );
    expect(ulnCheckDigit('100000006')).toBeUndefined();
  });

  it('keeps its check digit through no change of a single digit', () => {
    const uln = firstNine
      .filter((nine) => ulnCheckDigit(nine) !== undefined)
      .map((nine) => `${nine}${ulnCheckDigit(nine) ?? ''}`);
    fc.assert(
      fc.property(uln, (valid) => {
        for (let at = 0; at < 10; at++) {
          for (const other of '0123456789') {
            const changed = put(valid, at, other);
            expect([changed, hasUlnCheckDigit(changed)]).toEqual([changed, changed === valid]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
