/** A part that cannot be made ready: why, and what to do about it. Anything else that is thrown is a defect. */
export class PartFailure extends Error {
  /**
   * @param {string} why what happened, in one or more lines
   * @param {string} [next] the next action, when it differs from the part's own
   */
  constructor(why, next) {
    super(why);
    this.name = 'PartFailure';
    this.next = next;
  }
}
