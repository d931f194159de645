/**
 * A birth number that nobody can have: Tenor, the tax office's test population, adds 80 to the month, NAV's adds 40.
 * `date` is DDMMYY with the month already raised. Takes the first number of that date with check digits.
 */
export function syntheticBirthNumber(date: `${number}`): string {
  for (let individual = 0; individual < 1000; individual++) {
    const nine = date + String(individual).padStart(3, '0');
    const first = checkDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = checkDigit(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return nine + first + second;
  }
  throw new Error(`No birth number can begin with ${date}`);
}

/** The number with its last digit changed, so that the check digits no longer fit. */
export function spoilt(birthNumber: string): string {
  return birthNumber.slice(0, -1) + ((Number(birthNumber.slice(-1)) + 1) % 10);
}

/** Modulus 11; 10 means that no digit fits. */
function checkDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11;
}
