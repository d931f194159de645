import type { Job } from '#src/features/feature.ts';
import type { Notes } from '#src/store/store.ts';

/** Names the note that a person has let a job speak; one that shows itself first says nothing before that. */
export function releaseNote(helsefellesskap: string, job: Pick<Job, 'name'>): string {
  return `sluppet:${helsefellesskap}:${job.name}`;
}

/** Whether a job may speak. One without a preview needs nobody's word. */
export async function isReleased(notes: Notes, helsefellesskap: string, job: Job): Promise<boolean> {
  return !job.preview || (await notes.get(releaseNote(helsefellesskap, job))) !== null;
}
