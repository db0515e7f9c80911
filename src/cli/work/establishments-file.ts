/** The register of establishments beside a generated return. */
export const establishmentsFile = 'establishments.csv';
