// The error that all calls throw.

/** What went wrong, with a code that programs can tell apart. */
export class RubricateError extends Error {
  /**
   * @param {"tooLarge" | "tooManyNodes" | "tooManyTerms" | "badInput" | "badOption" | "unsupported" | "notReady" | "internal"} code
   * @param {string} message the limit and the value that passed it, or what was wrong with what was given
   * @param {ErrorOptions} [options] the cause, where there is one
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "RubricateError";
    this.code = code;
  }
}
