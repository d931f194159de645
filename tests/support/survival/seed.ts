/** What chance goes by: SURVIVAL_SEED repeats a run, and stands in the name of each test that uses it. */
export const SEED = Number(process.env.SURVIVAL_SEED ?? Date.now() % 1_000_000);
