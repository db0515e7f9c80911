import { ValidatorUsageError } from './validator.js';

const places = /\{year\}|\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Takes {year} and ${env:NAME} for the time of a check, where neither is known or ought to be looked at. */
export function withoutPlaces(text: string): string {
  return text.replace(places, (place) => (place === '{year}' ? '2025' : '1'));
}

/** Whether a text takes something from the environment. */
export function isFromEnvironment(text: string): boolean {
  return variablesIn(text).length > 0;
}

/** The variables of the environment that a text takes. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(places)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/**
 * Fills in the year and what the environment holds, in which nothing more is filled in.
 * @param encode how what comes from the environment is to be written there
 * @throws ValidatorUsageError naming a variable that is not set, or empty
 */
export function fillPlaces(text: string, year: number, encode: (value: string) => string = (value) => value): string {
  return text.replace(places, (_, name: string | undefined) =>
    name === undefined ? String(year) : encode(variable(name)),
  );
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new ValidatorUsageError(
      `the environment variable ${name} is not set; set it to what \${env:${name}} stands for`,
    );
  }
  return value;
}

/** @throws ValidatorUsageError where something looks like a place for a variable and is none */
export function checkPlaces(text: string, where: string): void {
  if (text.replace(places, '').includes('${')) {
    throw new ValidatorUsageError(`${where} has a \${ that is no place for a variable; write \${env:NAME}`);
  }
}
