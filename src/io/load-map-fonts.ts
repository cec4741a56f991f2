/** Characters of the fonts' two files, as their package's own style sheet divides them. */
const LATIN_RANGE =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXTENDED_RANGE =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

/**
 * Loads the map's font into a worker, which sees none of the page's fonts. A font that cannot be
 * had is no reason to show no map: the canvas falls back to a sans-serif of the system.
 */
export async function loadMapFonts(latinUrl: string, latinExtendedUrl: string): Promise<void> {
  const fonts = (self as unknown as { readonly fonts: FontFaceSet }).fonts
  await Promise.allSettled(
    [
      [latinUrl, LATIN_RANGE],
      [latinExtendedUrl, LATIN_EXTENDED_RANGE],
    ].map(async ([url, unicodeRange]) => {
      const face = new FontFace('Source Sans 3 Variable', `url(${JSON.stringify(url)})`, {
        weight: '200 900',
        unicodeRange: unicodeRange as string,
      })
      fonts.add(await face.load())
    }),
  )
}
