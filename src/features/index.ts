import { once } from '#src/once.ts';
import type { Command, Feature, Job } from './feature.ts';

/**
 * Everything the bot can do: a new feature is a new folder and a line here. Features are loaded only when somebody asks
 * for one of their commands, so that a terminal command starts as fast as it can.
 */
const FEATURES: readonly FeatureEntry[] = [
  { commands: ['kapasitet'], inSlack: true, load: async () => (await import('./kapasitet/index.ts')).kapasitet },
  { commands: ['tiltak'], inSlack: true, load: async () => (await import('./tiltak/index.ts')).tiltak },
  { commands: ['kpi'], inSlack: true, load: async () => (await import('./kpi/index.ts')).kpi },
  { commands: ['handlingsplan'], inSlack: true, load: async () => (await import('./oversikt/index.ts')).oversikt },
  { commands: ['ukesstatus'], load: async () => (await import('./ukesstatus/index.ts')).ukesstatus },
  { commands: ['paaminnelser'], load: async () => (await import('./paaminnelser/index.ts')).paaminnelser },
  { commands: ['sjekk'], load: async () => (await import('./datakvalitet/index.ts')).datakvalitet },
];

interface FeatureEntry {
  readonly commands: readonly string[];
  /** Its commands can be typed in Slack, too. */
  readonly inSlack?: true;
  readonly load: () => Promise<Feature>;
}

/** Names of the commands that features answer, as they are typed in the terminal. */
export const FEATURE_COMMANDS: readonly string[] = FEATURES.flatMap(({ commands }) => commands);

/** What can be typed in Slack: `/kapasitet` and the others. */
export const SLASH_COMMANDS: readonly string[] = FEATURES.flatMap(({ commands, inSlack }) =>
  inSlack ? commands.map((name) => `/${name}`) : [],
);

/** The command by that name, loaded with its feature only; null when no feature has it. */
export async function loadCommand(name: string): Promise<Command | null> {
  const entry = FEATURES.find(({ commands }) => commands.includes(name));
  const feature = await entry?.load();
  return feature?.commands.find((command) => command.name === name) ?? null;
}

interface Features {
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
}

/** Every command and every job. */
export const loadAll: () => Promise<Features> = once(async () => {
  const features = await Promise.all(FEATURES.map(({ load }) => load()));
  return {
    commands: features.flatMap(({ commands }) => commands),
    jobs: features.flatMap(({ jobs }) => jobs),
  };
});
