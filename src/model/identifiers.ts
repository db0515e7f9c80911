import { upnLaCodes } from './upn-la-codes.js';

/**
 * Check characters of the two identifiers a person can carry.
 * Source: DfE guide to unique pupil numbers; ILR validation for the unique learner number.
 */
export const upnAlphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);
const isCheckLetter = (character: string): boolean => character !== '' && upnAlphabet.includes(character);

/** The parts of a UPN that the rules name, each judged apart so that one fault is told as itself. */
export const upnFaults = {
  /** 13 characters, the first a check letter. */
  shape: (upn: string): boolean => upn.length !== 13 || !isCheckLetter(upn.charAt(0)),
  /** Characters 2 to 12 are digits. */
  digits: (upn: string): boolean => !isDigits(upn.slice(1, 12)),
  /** Character 13 is a digit, or a letter of the alphabet for a temporary UPN. */
  lastCharacter: (upn: string): boolean => !isDigits(upn.charAt(12)) && !isCheckLetter(upn.charAt(12)),
  /** Characters 2 to 4 are the code of a local authority that a UPN may carry. */
  localAuthority: (upn: string): boolean => isDigits(upn.slice(1, 4)) && !upnLaCodes.has(upn.slice(1, 4)),
  /** The first character is the check letter of the other twelve. */
  checkLetter: (upn: string): boolean => upn.charAt(0) !== upnCheckLetter(upn.slice(1)),
} as const;

/** Check letter for characters 2 to 13 of a UPN. A letter at the end counts as its place in the alphabet. */
export function upnCheckLetter(rest: string): string {
  let sum = 0;
  for (let i = 0; i < rest.length; i++) {
    const character = rest.charAt(i);
    const worth = isDigits(character) ? Number(character) : upnAlphabet.indexOf(character);
    sum += worth * (i + 2);
  }
  return upnAlphabet.charAt(sum % upnAlphabet.length);
}

export function makeUpn(rest: string): string {
  return upnCheckLetter(rest) + rest;
}

/** Ten digits, the first not 0. */
export function hasUlnShape(uln: string): boolean {
  return /^[1-9][0-9]{9}$/.test(uln);
}

/** The check digit for the first nine digits of a ULN, or undefined where no ULN starts so (remainder 0). */
export function ulnCheckDigit(firstNine: string): number | undefined {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(firstNine.charAt(i)) * (10 - i);
  const remainder = sum % 11;
  return remainder === 0 ? undefined : 10 - remainder;
}

export function hasUlnCheckDigit(uln: string): boolean {
  return ulnCheckDigit(uln.slice(0, 9)) === Number(uln.charAt(9));
}
