/**
 * Kommuner of St. Olavs' area. Known from the start, so that names can be recognised, and a misspelt one
 * suggested, before anyone has filled in the Kontakter tab.
 */
export const ST_OLAVS_KOMMUNER: readonly string[] = [
  'Trondheim',
  'Malvik',
  'Stjørdal',
  'Meråker',
  'Selbu',
  'Tydal',
  'Melhus',
  'Midtre Gauldal',
  'Skaun',
  'Orkland',
  'Rennebu',
  'Oppdal',
  'Heim',
  'Hitra',
  'Frøya',
  'Rindal',
  'Indre Fosen',
  'Ørland',
  'Åfjord',
  'Osen',
  'Røros',
  'Holtålen',
];

/** Kommuner of Vestre Viken's area. */
export const VESTRE_VIKEN_KOMMUNER: readonly string[] = [
  'Bærum',
  'Asker',
  'Drammen',
  'Kongsberg',
  'Ringerike',
  'Jevnaker',
  'Hole',
  'Lier',
  'Øvre Eiker',
  'Modum',
  'Krødsherad',
  'Flå',
  'Nesbyen',
  'Gol',
  'Hemsedal',
  'Ål',
  'Hol',
  'Sigdal',
  'Flesberg',
  'Rollag',
  'Nore og Uvdal',
];

export const KNOWN_KOMMUNER: readonly string[] = [...ST_OLAVS_KOMMUNER, ...VESTRE_VIKEN_KOMMUNER];

/**
 * Norwegian place names with a word or sign inside that otherwise separates two names. An «Ansvarlig» cell is
 * never split inside one of these, wherever the helsefellesskap is. The counties are here because names are
 * made of them («Helse Møre og Romsdal»); the slashes are kommuner with a name in two or three languages.
 */
export const COMPOUND_PLACE_NAMES: readonly string[] = [
  'Nore og Uvdal',
  'Evje og Hornnes',
  'Møre og Romsdal',
  'Sogn og Fjordane',
  'Snåase/Snåsa',
  'Raarvihke/Røyrvik',
  'Hábmer/Hamarøy',
  'Loabák/Lavangen',
  'Storfjord/Omasvuotna/Omasvuono',
  'Storfjord/Omasvuotna',
  'Gáivuotna/Kåfjord/Kaivuono',
  'Gáivuotna/Kåfjord',
  'Guovdageaidnu/Kautokeino',
  'Porsanger/Porsáŋgu/Porsanki',
  'Kárášjohka/Karasjok',
  'Deatnu/Tana',
  'Unjárga/Nesseby',
];
