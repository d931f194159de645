import { findDependencyFaults } from '#src/domain/dependencies.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Plan } from '#src/domain/tiltak.ts';

/** References to tiltak that are not in the plan, and tiltak that wait for each other, where their deadlines stand. */
export function dependencyFaults(plan: Plan): readonly Fault[] {
  return findDependencyFaults(plan.tiltak).map(({ tiltak, kind, nrs }) => {
    const at = tiltak.fristCell.lastIndexOf('!');
    const circle = nrs.join(' → ');
    return {
      sheet: tiltak.fristCell.slice(0, at),
      cell: tiltak.fristCell.slice(at + 1),
      found: tiltak.frist.text,
      expected: 'nummeret på et annet tiltak i planen',
      message:
        kind === 'circle'
          ? `Tiltakene venter på hverandre i ring: ${circle}. Sett en dato på ett av dem.`
          : `${nrs.join(' og ')} står ikke i planen. Skriv nummeret på et tiltak som finnes, eller en dato.`,
    };
  });
}
