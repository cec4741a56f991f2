/** What a scenario may be at most. A file or a link beyond them is read as far as they go, and it is said. */
export const SCENARIO_LIMITS = {
  /** Of the text of a file, in UTF-8, and of what a link unpacks to. */
  textBytes: 5_000_000,
  edits: 5000,
  remarks: 2000,
  assumptions: 1000,
  /** Corners of one area, and of all shapes of a scenario: bounds what looking for crossings may cost. */
  cornersOfArea: 4000,
  corners: 60_000,
  rings: 200,
  /** Of lists within an edit: cities, districts, areas. */
  listItems: 500,
  idCharacters: 100,
  nameCharacters: 200,
  remarkCharacters: 5000,
  storeys: 200,
  heightMetres: 1000,
  footprintSquareMetres: 10_000_000,
  /** Smaller areas are slips of the hand. */
  leastAreaSquareMetres: 1,
} as const

/** How far outside of a city's extent an edit of that city may lie. */
export const FAR_FROM_CITY_METRES = 10_000
