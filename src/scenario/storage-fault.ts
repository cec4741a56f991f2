/**
 * Why scenarios can't be kept in the browser's storage: there is none (a private window, a setting), another tab holds it
 * in an older form, it is of a newer version of the app, it is full, or it does not answer as it should.
 */
export type StorageFault = 'closed' | 'blocked' | 'newer' | 'full' | 'broken'
