/** Where the cells of one letter lie in a file that is at hand: the offset of each. */
export interface EvidencePlaces {
  readonly file: File;
  readonly at: readonly number[];
}
