/**
 * The overview of a city's map: one file beside its tiles, with all that is drawn up to the zoom below, and nothing
 * finer. The first view needs no more, and it is a third of the bytes of the data that it was made from.
 *
 * Bytes: the mark, then unsigned LEB128 numbers only (signed ones zigzag). First the version, the base position (x, y
 * in steps) and the table of street names, in UTF-8, each after its length; then each set in the order of `listSets`:
 * its features, rings and points; the rings of each feature; the points of each ring; for streets 1 + the name's place
 * of each feature, 0 for none; and the steps from point to point, all of x before all of y.
 */
export const OVERVIEW_FILE = 'overview.map'
export const OVERVIEW_MARK = 'KMAP'
export const OVERVIEW_VERSION = 1

/** The finest zoom, as `styleZoom` counts it, that is drawn from the overview. */
export const OVERVIEW_ZOOM = 17

/** Steps of the unit square: eight in a pixel of that zoom, 7 cm at 60° N. */
export const OVERVIEW_STEPS = 2 ** 28
