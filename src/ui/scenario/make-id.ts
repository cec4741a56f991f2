/** A new id that no other edit or scenario has: 16 letters of 5 bits. `randomUUID` exists only where the page came by https. */
export function makeId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % 32]).join('')
}
