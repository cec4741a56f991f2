/**
 * What each file of test/fixtures/imports comes to: its outcome, how many of its features show, and what
 * the reader is told, after the file's name. Each was read against the fault that the file is named for.
 */
export interface Expected {
  readonly outcome: 'layer' | 'question' | 'failed'
  /** Features shown and read, once the best guess has answered a question. */
  readonly counts?: readonly [shown: number, read: number]
  /** One line, or none: a question says what it asks by itself. */
  readonly message?: string
}

export const CORPUS: Readonly<Record<string, Expected>> = {
  'all-far.geojson': {
    outcome: 'failed',
    message:
      ': Expected something within 10 km of a city. Read as EPSG:4326, nothing lies there; the first feature is about 378 km from Tallinn.',
  },
  'antimeridian.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected degrees within ±180 and ±90 and no crossing of the 180th meridian; the feature was left out.',
  },
  'archive-cut-off.zip': {
    outcome: 'failed',
    message: ', byte 832: Expected the table of contents of the zip archive; the archive is damaged or cut off.',
  },
  'bomb.zip': {
    outcome: 'failed',
    message:
      ', kohteet.shp: Unpacked, it would have far more bytes than its packed size can hold honestly, or over 250 MB; nothing was unpacked.',
  },
  'checksum-wrong.zip': {
    outcome: 'failed',
    message: ', kohteet.shp: The packed bytes are damaged: size or checksum are not what the archive says.',
  },
  'collection-type-wrong.geojson': {
    outcome: 'layer',
    counts: [3, 3],
    message: ': Expected the type “FeatureCollection” beside the list of features, found “featurecollection”; it was read all the same.',
  },
  'collections-too-deep.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected at most 4 collections within each other; the feature was left out.',
  },
  'colon-missing.geojson': { outcome: 'failed', message: ', byte 8: Expected a colon after a name, found “"FeatureColl”.' },
  'columns-twice.csv': { outcome: 'layer', counts: [1, 1], message: ', line 1: Two columns are called “nimi”; the second got a number.' },
  'comma-missing.geojson': { outcome: 'failed', message: ', byte 143: Expected a comma or a closing bracket, found “{"type":"Fea”.' },
  'coordinate-huge.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: The coordinate 1.00e+300 lies beyond any map; the feature was left out.',
  },
  'coordinate-null.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected a number as a coordinate, found null; the feature was left out.',
  },
  'coordinates-as-text.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected a number as a coordinate, found the text “24,95”; the feature was left out.',
  },
  'coordinates-flat.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected coordinates as a list of two numbers, found “24.95”; the feature was left out.',
  },
  'cpg-unknown.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', kohteet.cpg: The encoding “KLINGON” is not known; Windows-1252 was used, so some letters may be wrong.',
  },
  'crs-missing.geojson': { outcome: 'question', counts: [1, 1] },
  'crs-unknown.geojson': { outcome: 'question' },
  'cut-off-in-first.fgb': { outcome: 'failed', message: ', byte 216: The file breaks off before its first feature is complete.' },
  'cut-off.fgb': {
    outcome: 'layer',
    counts: [2, 3],
    message: ', feature 3: The file breaks off in this feature, at byte 424; those before it are shown.',
  },
  'dbf-cut-off.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', kohteet.dbf: The table of attributes is damaged (70 bytes are too few for its rows); the features show without attributes.',
  },
  'dbf-rows-missing.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', kohteet.dbf: Expected 2 rows, one a shape, found 1; some attributes may be missing.',
  },
  'decimal-commas.csv': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', line 2: The column “lon” has decimal commas; they were read as decimal points. (1 more like it)',
  },
  'delimiter-mixed.csv': {
    outcome: 'failed',
    message: ', line 1: Expected columns such as “lat” and “lon” or “x” and “y”, found “nimi;lat, lon”.',
  },
  'encrypted.zip': { outcome: 'failed', message: ', kohteet.shp: The file is protected by a password. Save the archive without one.' },
  'feature-corrupt.fgb': {
    outcome: 'layer',
    counts: [2, 3],
    message: ', feature 2: The feature at byte 320 cannot be read; it was left out.',
  },
  'feature-is-text.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected the type “Feature”, found “feature”; it was left out.',
  },
  'features-missing.geojson': { outcome: 'failed', message: ': Expected a list of features; there are none.' },
  'formula.csv': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', line 2: The attribute “nimi” begins like a formula; it is shown as text, and nothing is calculated.',
  },
  'geometry-empty.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: The geometry has no coordinates; the feature was left out.',
  },
  'geometry-null.geojson': { outcome: 'layer', counts: [1, 2], message: ', feature 2: The feature has no geometry; it was left out.' },
  'geometry-unknown.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected a point, line, polygon or a collection of them, found “Circle”; the feature was left out.',
  },
  'good-bom.geojson': { outcome: 'layer', counts: [3, 3] },
  'good-crs.geojson': { outcome: 'layer', counts: [1, 1] },
  'good-geometries.geojson': { outcome: 'layer', counts: [4, 4] },
  'good.csv': { outcome: 'layer', counts: [2, 2] },
  'good.fgb': { outcome: 'layer', counts: [3, 3] },
  'good.geojson': { outcome: 'layer', counts: [3, 3] },
  'good.zip': { outcome: 'layer', counts: [2, 2] },
  'header-length-huge.fgb': { outcome: 'failed', message: ', byte 8: The header of the FlatGeobuf is damaged or cut off.' },
  'html-in-name.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', feature 1: The attribute “nimi” holds HTML; it is shown as plain text.',
  },
  'html-page.geojson': { outcome: 'failed', message: ': Expected GeoJSON, CSV, a zipped Shapefile or FlatGeobuf; this is HTML.' },
  'jpeg-renamed.geojson': { outcome: 'failed', message: ': Expected GeoJSON, CSV, a zipped Shapefile or FlatGeobuf; this is JPEG.' },
  'kml-renamed.json': { outcome: 'failed', message: ': Expected GeoJSON, CSV, a zipped Shapefile or FlatGeobuf; this is KML.' },
  'latin-1.csv': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', byte 15: Expected UTF-8; the text was read as Windows-1252, so some letters may be wrong.',
  },
  'latin-1.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', byte 82: Expected UTF-8; the text was read as Windows-1252, so some letters may be wrong.',
  },
  'latitude-first.geojson': {
    outcome: 'layer',
    counts: [2, 2],
    message: ': Expected longitude before latitude; here latitude stands first, and it was read that way (EPSG:4326).',
  },
  'line-of-one-point.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected at least two points in a line, found 1; the feature was left out.',
  },
  'list-at-top.geojson': { outcome: 'failed', message: ', byte 0: Expected “{” at the start of GeoJSON, found “[{"type":"Feature","”.' },
  'many-vertices.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: At most 200 points are drawn; this feature goes beyond and was left out.',
  },
  'metres-without-crs.csv': { outcome: 'question', counts: [1, 1] },
  'name-unquoted.geojson': { outcome: 'failed', message: ', byte 1: Expected a name in quotation marks, found “type:"Featur”.' },
  'nan.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: The feature is not valid JSON near byte 239, at “5,NaN]}}”; it was left out.',
  },
  'nested-too-deep.geojson': { outcome: 'failed', message: ', byte 104: Expected at most 64 brackets within each other; here are more.' },
  'no-coordinate-columns.csv': {
    outcome: 'failed',
    message: ', line 1: Expected columns such as “lat” and “lon” or “x” and “y”, found “nimi, osoite”.',
  },
  'no-crs.fgb': { outcome: 'question', counts: [3, 3] },
  'no-dbf.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', kohteet.dbf: Expected the table of attributes beside the shapes; the features show without attributes.',
  },
  'no-features.geojson': { outcome: 'failed', message: ': Expected a list of features; there are none.' },
  'no-prj.zip': { outcome: 'question', counts: [2, 2] },
  'no-shp.zip': { outcome: 'failed', message: ': Expected a .shp file in the archive, found “lue.txt”.' },
  'north-first.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ': Expected east before north; here north stands first, and it was read that way (EPSG:3879).',
  },
  'number-malformed.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: The feature is not valid JSON near byte 243, at “.1.7]}}”; it was left out.',
  },
  'number-missing.csv': {
    outcome: 'layer',
    counts: [2, 3],
    message: ', line 4: Expected a number in the column “lat”, found “”; the row was left out.',
  },
  'only-header.csv': { outcome: 'failed', message: ': Expected rows under the column names; there are none.' },
  'only-spaces.geojson': { outcome: 'failed', message: ': The file holds nothing but white space.' },
  'properties-list.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', feature 1: Expected attributes as an object, found “["Tori"]”; the feature shows without them.',
  },
  'proto.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', feature 1: An attribute is called “__proto__”, a name that can confuse programs; it was left out.',
  },
  'quote-open.csv': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', line 3: A quotation mark opens here and never closes; rows from here on were left out.',
  },
  'ring-crossing.geojson': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', feature 2: The outline crosses itself; it is filled as it is drawn.',
  },
  'ring-of-three.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: Expected at least four points in the ring of a polygon, found 3; the feature was left out.',
  },
  'ring-open.geojson': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', feature 2: Expected the last point of a ring to be its first; the ring was closed.',
  },
  'row-short.csv': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', line 2: Expected 3 values in the row, found 2; what is there was read.',
  },
  'shp-cut-off.zip': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', feature 2: The file kohteet.shp breaks off in this record, at byte 128; those before it are shown.',
  },
  'shp-type-unknown.zip': {
    outcome: 'failed',
    message: ', kohteet.shp: Expected points, lines or polygons; shapes of type 31 cannot be shown.',
  },
  'shp-wrong-magic.zip': {
    outcome: 'failed',
    message: ', kohteet.shp: Expected a Shapefile, which begins with the number 9994; this begins otherwise.',
  },
  'shx-corrupt.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', kohteet.shx: The index does not fit the shapes; it was not needed, but check that the files belong together.',
  },
  'slip.zip': {
    outcome: 'failed',
    message: ', ../../evil.shp: The name leads out of the archive’s folder. Such archives are made to do harm; nothing was unpacked.',
  },
  'some-far.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ': Left out because they lie more than 10 km outside of the cities: 1.',
  },
  'text-renamed.zip': { outcome: 'failed', message: ', byte 0: Expected a zip archive, which begins with “PK”; this begins otherwise.' },
  'too-many-files.zip': { outcome: 'failed', message: ': The archive holds 101 files; at most 100 are opened.' },
  'top-type-wrong.geojson': {
    outcome: 'failed',
    message: ': Expected the type “FeatureCollection”, “Feature” or a geometry, found “Catalogue”.',
  },
  'topojson.json': { outcome: 'failed', message: ': Expected GeoJSON; this is TopoJSON, whose lines are shared. Convert it first.' },
  'truncated-at-end.geojson': {
    outcome: 'layer',
    counts: [3, 3],
    message: ', byte 449: The file ends before its last bracket; all features were read.',
  },
  'truncated-in-feature.geojson': {
    outcome: 'layer',
    counts: [1, 2],
    message: ', feature 2: The file ends at byte 224, in the middle of this feature; those before it are shown.',
  },
  'truncated-in-first.geojson': {
    outcome: 'failed',
    message: ', byte 70: The file ends too early: a bracket or a quotation mark was never closed.',
  },
  'two-layers.zip': {
    outcome: 'layer',
    counts: [2, 2],
    message: ', muut.shp: The archive holds 2 Shapefiles; the first is shown, this one and later ones are not.',
  },
  'utf-16.geojson': { outcome: 'layer', counts: [3, 3], message: ': The file is in UTF-16, not UTF-8; it was read as such.' },
  'value-long.geojson': {
    outcome: 'layer',
    counts: [1, 1],
    message: ', feature 1: The attribute “nimi” has 5,000 characters; the first 2,000 are kept.',
  },
  'version-2.fgb': {
    outcome: 'failed',
    message: ', byte 0: Expected FlatGeobuf of version 3, which begins with “fgb” and the number 3; this begins otherwise.',
  },
  'wrong-magic.fgb': {
    outcome: 'failed',
    message: ', byte 0: Expected FlatGeobuf of version 3, which begins with “fgb” and the number 3; this begins otherwise.',
  },
  'zero-bytes.geojson': { outcome: 'failed', message: ': The file is empty: it has no bytes at all.' },
}
