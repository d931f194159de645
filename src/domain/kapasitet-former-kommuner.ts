/** A kommune that is no more, and those its area belongs to now. */
interface FormerKommune {
  readonly name: string;
  readonly now: readonly string[];
}

/**
 * Kommuner of St. Olavs' area that were merged in 2018 and 2020 (SSB's list of changes in kommuner). People still say
 * the names, and without this list «Orkdal» would be taken for a misspelt Oppdal.
 */
export const FORMER_KOMMUNER: readonly FormerKommune[] = [
  { name: 'Orkdal', now: ['Orkland'] },
  { name: 'Meldal', now: ['Orkland'] },
  { name: 'Agdenes', now: ['Orkland'] },
  { name: 'Snillfjord', now: ['Orkland', 'Hitra', 'Heim'] },
  { name: 'Hemne', now: ['Heim'] },
  { name: 'Halsa', now: ['Heim'] },
  { name: 'Klæbu', now: ['Trondheim'] },
  { name: 'Rissa', now: ['Indre Fosen'] },
  { name: 'Leksvik', now: ['Indre Fosen'] },
  { name: 'Bjugn', now: ['Ørland'] },
  { name: 'Roan', now: ['Åfjord'] },
];
