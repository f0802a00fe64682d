/** Something in the command line that cannot be done; ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
